package dev.coffer.blob.transfer;

import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import dev.coffer.common.streams.BulkFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** One unit of a share; closing gives it back, once. */
public final class Place implements AutoCloseable {
    private final Share share;
    private final Holder holder;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Place(Share share, Holder holder) {
        this.share = share;
        this.holder = holder;
    }

    /** A stream that keeps the place until it is closed. */
    public InputStream kept(InputStream in) {
        return new BulkFilter(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                try (Place place = Place.this) {
                    in.close();
                }
            }
        };
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            share.release(holder, 1);
        }
    }
}
