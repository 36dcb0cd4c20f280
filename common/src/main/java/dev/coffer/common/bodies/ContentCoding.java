package dev.coffer.common.bodies;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/**
 * Refuses {@code Content-Encoding} (RFC 9110 section 8.4) where content is stored as it comes: the encoded bytes would
 * be hashed, measured and served as if they were the content.
 */
public final class ContentCoding {
    private static final String NONE = "identity";

    private ContentCoding() {}

    /** @throws ServiceException {@code UNSUPPORTED_MEDIA_TYPE}, 415 with {@code Accept-Encoding}, if there is one */
    public static void requireNone(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.CONTENT_ENCODING);
        if (!codings.stream().allMatch(ContentCoding::isNone)) {
            throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding must be identity or absent: content is stored as it is sent.",
                    Map.of("accept_encoding", NONE));
        }
    }

    /** Whether a {@code Content-Encoding} says that the content is as it is; so it does if it is empty. */
    public static boolean isNone(String codings) {
        for (String coding : codings.split(",")) {
            if (!coding.isBlank() && !coding.strip().equalsIgnoreCase(NONE)) {
                return false;
            }
        }
        return true;
    }
}
