package dev.coffer.common.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Optional;

/** JSON that comes as the text of a form field or of a query parameter. */
public final class JsonField {
    private JsonField() {}

    /**
     * The value of a text; empty if the text is no JSON, does not fit the reader's type, is {@code null}, or has numbers
     * that nothing can hold, such as {@code 1e99999999999}: Jackson calls them JSON and finds out later.
     */
    public static <T> Optional<T> read(ObjectReader reader, String text) {
        try {
            return Optional.ofNullable(reader.readValue(text));
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
