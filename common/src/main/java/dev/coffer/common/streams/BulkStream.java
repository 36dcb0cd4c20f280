package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes all come out of {@link #read(byte[], int, int)}, whichever way they are read or skipped. */
public abstract class BulkStream extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;
}
