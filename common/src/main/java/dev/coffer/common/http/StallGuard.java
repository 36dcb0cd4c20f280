package dev.coffer.common.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Breaks a transfer off that waits for the other side for too long: it may be as slow as it likes, but it has to
 * move. While our own side is waited for, nothing is counted; the client's patience is another's to measure.
 */
public final class StallGuard implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("stalls").factory());
    private static final int LOOKS = 4;
    private static final long MOVING = Long.MAX_VALUE;

    private final ScheduledFuture<?> looks;
    private volatile long waitingSince = System.nanoTime();

    /**
     * Begins with waiting.
     *
     * @param patience how long the other side may be silent
     * @param breakOff what ends the transfer; called at most once
     */
    public StallGuard(Duration patience, Runnable breakOff) {
        long every = Math.max(1, patience.toMillis() / LOOKS);
        looks = CLOCK.scheduleWithFixedDelay(() -> look(patience, breakOff), every, every, TimeUnit.MILLISECONDS);
    }

    private void look(Duration patience, Runnable breakOff) {
        long since = waitingSince;
        if (since != MOVING && System.nanoTime() - since > patience.toNanos()) {
            close();
            breakOff.run();
        }
    }

    /** Bytes on their way to the other side, which is waited for in between. */
    public InputStream sending(InputStream in) {
        return new BulkFilter(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                waitingSince = MOVING;
                try {
                    return in.read(target, offset, length);
                } finally {
                    waitingSince = System.nanoTime();
                }
            }
        };
    }

    /** Bytes from the other side, broken off when one read of them takes too long. Closing it ends the watch. */
    public static InputStream receiving(InputStream in, Duration patience) {
        StallGuard guard = new StallGuard(patience, () -> closeQuietly(in));
        guard.waitingSince = MOVING;
        return new BulkFilter(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                guard.waitingSince = System.nanoTime();
                try {
                    return in.read(target, offset, length);
                } finally {
                    guard.waitingSince = MOVING;
                }
            }

            @Override
            public void close() throws IOException {
                guard.close();
                super.close();
            }
        };
    }

    /** Ends the watch. */
    @Override
    public void close() {
        looks.cancel(false);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The reader is told by its own exception.
        }
    }
}
