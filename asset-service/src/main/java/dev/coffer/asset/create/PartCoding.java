package dev.coffer.asset.create;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Codings of a part of a form, of which none is taken, as with whole bodies. Some clients say of bytes that are as they
 * are that they are so (RFC 7578 section 4.7).
 */
final class PartCoding {
    private static final Map<String, Set<String>> NONE = Map.of(
            "content-encoding", Set.of("", "identity"),
            "content-transfer-encoding", Set.of("", "7bit", "8bit", "binary", "identity"));

    private PartCoding() {}

    /** @throws ServiceException {@code UNSUPPORTED_MEDIA_TYPE}, 415, if the headers name one */
    static void requireNone(String headers) {
        for (String line : headers.split("\r\n")) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
            String coding = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
            if (NONE.containsKey(name) && !NONE.get(name).contains(coding)) {
                throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        name + " of a part must be absent or one of 7bit, 8bit, binary, identity: content is stored as it is sent.",
                        Map.of("accept_encoding", "identity"));
            }
        }
    }
}
