package dev.coffer.common.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Content as an answer describes it (RFC 9110 section 8). Null members are left out.
 *
 * @param size in bytes
 * @param tag strong entity tag
 * @param modified when the content came; absent if it is known by its tag only
 * @param type Content-Type
 * @param disposition Content-Disposition
 * @param caching Cache-Control
 * @param vary the headers of a request on which the answer depends
 */
public record Representation(
        long size,
        String tag,
        @Nullable Instant modified,
        @Nullable String type,
        @Nullable String disposition,
        @Nullable String caching,
        @Nullable String vary) {}
