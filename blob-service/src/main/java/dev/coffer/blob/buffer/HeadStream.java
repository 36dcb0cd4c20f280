package dev.coffer.blob.buffer;

import dev.coffer.common.streams.BulkStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads bytes in memory, gives their memory back, and goes on with the rest. */
final class HeadStream extends BulkStream {
    private final PooledBytes head;
    private final InputStream rest;
    private InputStream current;

    HeadStream(PooledBytes head, InputStream rest) {
        this.head = head;
        this.rest = rest;
        this.current = head.stream();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = current.read(target, offset, length);
        if (count < 0 && current != rest) {
            head.close();
            current = rest;
            return rest.read(target, offset, length);
        }
        return count;
    }
}
