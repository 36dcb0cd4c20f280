package dev.coffer.common.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110 section 14).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 */
public record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

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

    /** Reads a {@code Range} header against a content of that size. */
    public static Asked parse(String header, long size) {
        Optional<Matcher> match = Optional.ofNullable(header).map(SINGLE::matcher).filter(Matcher::matches);
        if (match.isEmpty() || (match.get().group(1) + match.get().group(2)).isEmpty()) {
            return new Whole();
        }
        String from = match.get().group(1);
        String to = match.get().group(2);
        return from.isEmpty() ? suffix(Long.parseLong(to), size) : range(Long.parseLong(from), to, size);
    }

    private static Asked suffix(long length, long size) {
        if (length == 0 || size == 0) {
            return new Unsatisfiable();
        }
        return new Part(new ByteRange(Math.max(0, size - length), size - 1));
    }

    private static Asked range(long first, String to, long size) {
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(new ByteRange(first, Math.min(last, size - 1)));
    }
}
