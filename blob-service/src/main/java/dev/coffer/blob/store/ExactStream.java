package dev.coffer.blob.store;

import dev.coffer.common.streams.BulkFilter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Gives exactly so many bytes: less is an error, and what follows is not read. */
public final class ExactStream extends BulkFilter {
    private long left;

    public ExactStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException(left + " bytes are missing");
        }
        left -= count;
        return count;
    }
}
