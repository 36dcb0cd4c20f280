package dev.coffer.asset.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;

/** A body that has to be complete by some time, however steadily it comes. */
final class DeadlineStream extends FilterInputStream {
    private final Clock clock;
    private final Instant end;

    DeadlineStream(InputStream in, Clock clock, Instant end) {
        super(in);
        this.clock = clock;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return super.read(target, offset, length);
    }

    @Override
    public void close() {
        // The answer is closed as a whole: closing the stream would read it to its end.
    }

    private void check() throws SocketTimeoutException {
        if (clock.instant().isAfter(end)) {
            throw new SocketTimeoutException("not complete by " + end);
        }
    }
}
