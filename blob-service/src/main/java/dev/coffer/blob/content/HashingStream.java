package dev.coffer.blob.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hashes what is read through it. */
public final class HashingStream extends FilterInputStream {
    private final ContentHasher hasher;

    public HashingStream(InputStream in, ContentHasher hasher) {
        super(in);
        this.hasher = hasher;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            hasher.update(target, offset, count);
        }
        return count;
    }
}
