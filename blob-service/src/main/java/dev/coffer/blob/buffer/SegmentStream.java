package dev.coffer.blob.buffer;

import dev.coffer.common.streams.BulkStream;
import java.util.List;

/** Reads through segments. */
final class SegmentStream extends BulkStream {
    private final List<byte[]> segments;
    private final long length;
    private long position;

    SegmentStream(List<byte[]> segments, long length) {
        this.segments = segments;
        this.length = length;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) {
        if (position == length) {
            return -1;
        }
        int start = (int) (position % BufferPool.SEGMENT);
        int count = (int) Math.min(Math.min(wanted, BufferPool.SEGMENT - start), length - position);
        System.arraycopy(segments.get((int) (position / BufferPool.SEGMENT)), start, target, offset, count);
        position += count;
        return count;
    }
}
