package dev.coffer.asset.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The headers of a part of a form. A line that begins with a blank goes on with the one before (RFC 822 section 3.1.1). */
final class PartHeaders {
    private final List<Field> fields = new ArrayList<>();

    PartHeaders(String text) {
        for (String line : text.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.add(new Field(name, line.substring(colon + 1).strip()));
            }
        }
    }

    /** The values of a header, in their order. @param name in lower case */
    Stream<String> values(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
    }

    private record Field(String name, String value) {}
}
