package dev.coffer.blob.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes in borrowed memory; closing gives it back. Memory is promised in two steps, one for a body that has just
 * begun and one for all that is to be read of a larger one: nobody waits for more within a step, so somebody can
 * always go on.
 */
public final class PooledBytes implements AutoCloseable {
    /** Segments of a body that has just begun: 128 KiB. */
    private static final int FIRST = 2;

    private final BufferPool pool;
    private final List<byte[]> segments = new ArrayList<>();
    private int small;
    private int large;
    private long length;
    private boolean endOfSource;

    public PooledBytes(BufferPool pool) {
        this.pool = pool;
    }

    /** Reads until there are so many bytes or the source ends. */
    public void fill(InputStream source, long limit) throws IOException {
        while (length < limit && !endOfSource) {
            int offset = (int) (length % BufferPool.SEGMENT);
            if (offset == 0) {
                segments.add(next(limit));
            }
            int room = (int) Math.min(BufferPool.SEGMENT - offset, limit - length);
            int count = source.read(segments.getLast(), offset, room);
            endOfSource = count < 0;
            length += Math.max(0, count);
        }
    }

    private byte[] next(long limit) {
        if (segments.isEmpty()) {
            pool.small().reserve(FIRST);
            small = FIRST;
        } else if (segments.size() == small + large) {
            int rest = (int) ((limit - length + BufferPool.SEGMENT - 1) / BufferPool.SEGMENT);
            pool.large().reserve(rest);
            large += rest;
        }
        return pool.segment();
    }

    /** Whether the source had no more bytes. */
    public boolean endOfSource() {
        return endOfSource;
    }

    public long length() {
        return length;
    }

    /** Hashes the bytes. */
    public void feed(ContentHasher hasher) {
        long left = length;
        for (byte[] segment : segments) {
            int count = (int) Math.min(segment.length, left);
            hasher.update(segment, 0, count);
            left -= count;
        }
    }

    /** All bytes, copied; for contents that are small. */
    public byte[] toArray() throws IOException {
        try (InputStream in = stream()) {
            return in.readAllBytes();
        }
    }

    /** The bytes from the beginning; can be opened again and again. */
    public InputStream stream() {
        return new SegmentStream(segments, length);
    }

    @Override
    public void close() {
        segments.forEach(pool::giveBack);
        segments.clear();
        pool.small().release(small);
        pool.large().release(large);
        small = 0;
        large = 0;
        length = 0;
    }
}
