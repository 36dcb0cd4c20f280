package dev.coffer.blob.pending;

import dev.coffer.common.streams.BulkFilter;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body of unknown length whose tenant has a quota. The quota is reserved while the body is read, somewhat ahead;
 * reading fails with 413 when it is used up.
 */
final class ReservedStream extends BulkFilter {
    /** So much is taken at a time, where there is as much. */
    static final long STEP = 8L << 20;

    private final PendingObjects objects;
    private final PendingObject object;
    private long left;

    /** @param object has been promised room for what was read before */
    ReservedStream(InputStream in, PendingObjects objects, PendingObject object) {
        super(in);
        this.objects = objects;
        this.object = object;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        left -= Math.max(read, 0);
        if (left < 0) {
            left += objects.reserve(object, -left, STEP);
        }
        return read;
    }
}
