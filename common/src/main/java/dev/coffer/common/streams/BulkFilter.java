package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;

/**
 * A filter that reads every byte of its source. Unlike with {@link java.io.FilterInputStream}, skipped bytes are read
 * as well, so that counting and hashing do not miss them.
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
