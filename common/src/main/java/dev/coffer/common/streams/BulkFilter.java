package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;

/**
 * A filter that sees every byte of its source. Unlike those of {@link java.io.FilterInputStream}, its skipped bytes
 * are read as well: what counts or hashes must not miss them.
 */
public abstract class BulkFilter extends BulkStream {
    protected final InputStream in;

    protected BulkFilter(InputStream in) {
        this.in = in;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
