package dev.coffer.blob.upload;

import dev.coffer.common.streams.BulkFilter;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body whose length nobody knows, and whose tenant has a quota: room for it is taken while it is read, some of it
 * ahead. Reading fails with 413 when there is none.
 */
final class ReservedStream extends BulkFilter {
    /** So much is taken at a time, where there is as much. */
    static final long STEP = 8L << 20;

    private final UploadRepository uploads;
    private final Upload upload;
    private long left;

    /** @param upload has been promised room for what was read before */
    ReservedStream(InputStream in, UploadRepository uploads, Upload upload) {
        super(in);
        this.uploads = uploads;
        this.upload = upload;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        left -= Math.max(read, 0);
        if (left < 0) {
            left += uploads.reserve(upload, -left, STEP);
        }
        return read;
    }
}
