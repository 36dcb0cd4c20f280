package dev.coffer.asset.form;

import dev.coffer.common.bodies.ContentCoding;
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
    private static final Set<String> NO_TRANSFER_CODING = Set.of("", "7bit", "8bit", "binary", "identity");

    private PartCoding() {}

    /** @throws ServiceException {@code UNSUPPORTED_MEDIA_TYPE}, 415, if the headers name one */
    static void requireNone(PartHeaders headers) {
        if (!headers.values("content-encoding").allMatch(ContentCoding::isNone)) {
            throw refused("Content-Encoding of a part must be identity or absent");
        }
        if (!headers.values("content-transfer-encoding")
                .allMatch(coding -> NO_TRANSFER_CODING.contains(coding.toLowerCase(Locale.ROOT)))) {
            throw refused("Content-Transfer-Encoding of a part must be absent or one of 7bit, 8bit, binary, identity");
        }
    }

    private static ServiceException refused(String rule) {
        return new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, rule + ": content is stored as it is sent.",
                Map.of("accept_encoding", "identity"));
    }
}
