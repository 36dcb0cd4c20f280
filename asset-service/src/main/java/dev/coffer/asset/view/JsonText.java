package dev.coffer.asset.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** JSON from the database that is sent to clients unchanged. */
public record JsonText(@JsonValue @JsonRawValue String json) {
    private static final String EMPTY = "{}";

    /** The object, unless it is empty. */
    static @Nullable JsonText unlessEmpty(String json) {
        return json.equals(EMPTY) ? null : new JsonText(json);
    }
}
