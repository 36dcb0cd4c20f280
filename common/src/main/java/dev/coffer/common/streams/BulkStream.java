package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;

/** A stream that implements all reading and skipping by {@link #read(byte[], int, int)}. */
public abstract class BulkStream extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;
}
