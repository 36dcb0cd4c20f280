package dev.coffer.common.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers why reading failed: the HTTP client hides it behind an exception of its own. */
public final class WatchedSource extends FilterInputStream {
    private volatile Exception failure;

    public WatchedSource(InputStream in) {
        super(in);
    }

    /** Throws what reading has thrown, if it has: the client's fault comes before the connection's. */
    public void rethrow() throws IOException {
        switch (failure) {
            case null -> { }
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException | RuntimeException e) {
            failure = e;
            // An IOException is what makes the client break the connection: a cut body must not look like an end.
            throw new IOException("source failed", e);
        }
    }
}
