package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers why reading failed: the HTTP client hides it behind an exception of its own. */
public final class WatchedSource extends BulkFilter {
    private volatile @Nullable Exception failure;

    public WatchedSource(InputStream in) {
        super(in);
    }

    /** Throws what reading has thrown, if it has: the client's fault comes before the connection's. */
    public void rethrow() throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException | RuntimeException e) {
            failure = e;
            // An IOException is what makes the client break the connection: a cut body must not look like an end.
            throw new IOException("source failed", e);
        }
    }
}
