package dev.coffer.blob.content;

import dev.coffer.common.streams.BulkFilter;
import java.io.IOException;
import java.io.InputStream;

/** Hashes what is read through it. */
public final class HashingStream extends BulkFilter {
    private final ContentHasher hasher;

    public HashingStream(InputStream in, ContentHasher hasher) {
        super(in);
        this.hasher = hasher;
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
