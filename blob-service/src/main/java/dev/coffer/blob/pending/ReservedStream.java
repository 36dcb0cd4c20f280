package dev.coffer.blob.pending;

import dev.coffer.common.streams.BulkFilter;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body whose length nobody knows, and whose tenant has a quota: its quota is taken while it is read, some of it
 * ahead. Reading fails with 413 when there is none.
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
