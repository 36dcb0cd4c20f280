package dev.coffer.asset.form;

import dev.coffer.common.bodies.ContentCoding;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The headers of a part of a form. A line that begins with a blank goes on with the one before (RFC 822 section 3.1.1).
 */
final class PartHeaders {
    /** Some clients say of bytes that are as they are that they are so (RFC 7578 section 4.7). */
    private static final Set<String> NO_TRANSFER_CODING = Set.of("", "7bit", "8bit", "binary", "identity");

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

    private record Field(String name, String value) {}

    /**
     * The values of a header, in their order.
     *
     * @param name in lower case
     */
    Stream<String> values(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
    }

    /**
     * Refuses coded parts, as coded bodies are.
     *
     * @throws ServiceException {@code UNSUPPORTED_MEDIA_TYPE}, 415
     */
    void requireNoCoding() {
        if (!values("content-encoding").allMatch(ContentCoding::isNone)) {
            throw refused("Content-Encoding of a part must be identity or absent");
        }
        if (!values("content-transfer-encoding")
                .allMatch(coding -> NO_TRANSFER_CODING.contains(coding.toLowerCase(Locale.ROOT)))) {
            throw refused("Content-Transfer-Encoding of a part must be absent or one of 7bit, 8bit, binary, identity");
        }
    }

    private static ServiceException refused(String rule) {
        return new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, rule + ": content is stored as it is sent.",
                Map.of("accept_encoding", "identity"));
    }
}
