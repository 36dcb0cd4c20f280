package dev.coffer.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a decoder is given.
 *
 * @param literal its bytes; null if it is a range of the file
 * @param from where the range begins in the file
 * @param length in bytes
 */
record Piece(byte @Nullable [] literal, long from, long length) {
    static Piece of(byte[] bytes) {
        return new Piece(bytes, 0, bytes.length);
    }

    static Piece range(long from, long to) {
        return new Piece(null, from, to - from);
    }

    long end() {
        return from + length;
    }

    static long length(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::length).sum();
    }
}
