package dev.coffer.rendering.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a decoder is given.
 *
 * @param literal its bytes, unless it is a range of the file
 * @param from where the range begins in the file
 * @param length in bytes
 */
public record Piece(byte @Nullable [] literal, long from, long length) {
    public static Piece of(byte[] bytes) {
        return new Piece(bytes, 0, bytes.length);
    }

    public static Piece range(long from, long to) {
        return new Piece(null, from, to - from);
    }

    public long end() {
        return from + length;
    }

    public static long length(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::length).sum();
    }
}
