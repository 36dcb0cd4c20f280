package dev.coffer.common.content;

import java.time.Instant;

/**
 * Content as an answer describes it (RFC 9110 section 8). What is null is not said.
 *
 * @param size in bytes
 * @param tag strong entity tag
 * @param modified when the content came, or null if it is known by its tag only
 * @param type Content-Type
 * @param disposition Content-Disposition
 * @param caching Cache-Control
 * @param vary the headers of a request on which the answer depends
 */
public record Representation(
        long size, String tag, Instant modified, String type, String disposition, String caching, String vary) {}
