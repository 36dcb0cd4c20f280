package dev.coffer.common.content;

import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110 section 14).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 */
public record ByteRange(long first, long last) {
    private static final int MAX_HEADER = 200;
    private static final String UNIT = "bytes";
    private static final long ABSENT = -1;
    private static final long NO_OFFSET = -2;

    /** What a {@code Range} header asks of a content. */
    public sealed interface Asked {}

    /** No range, several ranges or an unknown unit: the whole content, as RFC 9110 allows. */
    public record Whole() implements Asked {}

    /** A part of the content. */
    public record Part(ByteRange range) implements Asked {}

    /** A range that lies outside of the content: 416. */
    public record Unsatisfiable() implements Asked {}

    /** The value of a {@code Range} header that asks for it. */
    public String header() {
        return "bytes=" + first + "-" + last;
    }

    /** Bytes in the range. */
    public long length() {
        return last - first + 1;
    }

    /**
     * Reads a {@code Range} header against a content of that size, once from left to right. One that is longer than
     * {@value #MAX_HEADER} bytes means nothing, as RFC 9110 section 14.2 allows.
     */
    public static Asked parse(@Nullable String header, long size) {
        if (header == null || header.length() > MAX_HEADER) {
            return new Whole();
        }
        int equals = header.indexOf('=');
        int dash = header.indexOf('-', equals + 1);
        if (equals < 0 || dash < 0 || !header.substring(0, equals).strip().equalsIgnoreCase(UNIT)) {
            return new Whole();
        }
        long first = offset(header.substring(equals + 1, dash).strip());
        long last = offset(header.substring(dash + 1).strip());
        if (first == NO_OFFSET || last == NO_OFFSET || first == ABSENT && last == ABSENT) {
            return new Whole();
        }
        return first == ABSENT ? suffix(last, size) : range(first, last == ABSENT ? Long.MAX_VALUE : last, size);
    }

    /** What a text of digits says; no content reaches beyond the largest number. */
    private static long offset(String digits) {
        long value = digits.isEmpty() ? ABSENT : 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_OFFSET;
            }
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return value;
    }

    /** The end of an empty content is all of it (RFC 9110 section 14.1.2). */
    private static Asked suffix(long length, long size) {
        if (length == 0) {
            return new Unsatisfiable();
        }
        return size == 0 ? new Whole() : new Part(new ByteRange(Math.max(0, size - length), size - 1));
    }

    private static Asked range(long first, long last, long size) {
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(new ByteRange(first, Math.min(last, size - 1)));
    }
}
