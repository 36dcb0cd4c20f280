package dev.coffer.asset.form;

import dev.coffer.common.http.HeaderParameters;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form.
 *
 * @param name of the field; empty if the part has none
 * @param fileName as the client calls the file, if it does
 * @param content can be read once, until the next part is asked for
 */
public record FormPart(String name, @Nullable String fileName, InputStream content) {
    static FormPart of(PartHeaders headers, InputStream content) {
        return headers.values("content-disposition").findFirst()
                .map(HeaderParameters::of)
                .map(values -> new FormPart(literal(values, "name").orElse(""),
                        literal(values, "filename").orElse(null), content))
                .orElseGet(() -> new FormPart("", null, content));
    }

    /** RFC 7578 has no {@code filename*}, but a client that sends it means it. Browsers send quotes as {@code %22}. */
    private static Optional<String> literal(HeaderParameters values, String name) {
        return values.extended(name).or(() -> values.plain(name).map(value -> value.replace("%22", "\"")));
    }
}
