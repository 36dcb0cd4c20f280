package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Aborts a transfer that waits for the other side for too long, by its {@link Pace}. Time in which the transfer waits
 * for our own side is not counted.
 */
public final class StallGuard implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = clock();
    private static final int LOOKS = 4;
    private static final long MOVING = Long.MAX_VALUE;

    private final Pace pace;
    private final ScheduledFuture<?> looks;
    private volatile long waitingSince = System.nanoTime();
    private volatile boolean brokenOff;

    /**
     * Starts in the state of waiting for the other side, which may be slow, but may not stand still.
     *
     * @param stallTimeout how long the other side may be silent
     * @param breakOff what ends the transfer; called at most once
     */
    public StallGuard(Duration stallTimeout, Runnable breakOff) {
        this(Pace.ofSilence(stallTimeout), breakOff);
    }

    /**
     * Begins with waiting.
     *
     * @param breakOff what ends the transfer; called at most once
     */
    StallGuard(Pace pace, Runnable breakOff) {
        this.pace = pace;
        long every = Math.max(1, TimeUnit.NANOSECONDS.toMillis(pace.left()) / LOOKS);
        looks = CLOCK.scheduleWithFixedDelay(() -> look(breakOff), every, every, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService clock() {
        var clock = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("stalls").factory());
        // Otherwise guards of ended transfers are kept in memory until their next check.
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private void look(Runnable breakOff) {
        long since = waitingSince;
        boolean late = since != MOVING && System.nanoTime() - since > pace.left();
        // The pace changes only after a wait has ended: if the wait is the same, left() was that of this wait.
        if (late && since == waitingSince) {
            close();
            brokenOff = true;
            // It may block, and this thread checks all transfers.
            Thread.startVirtualThread(breakOff);
        }
    }

    private void waitFor() {
        waitingSince = System.nanoTime();
    }

    private void moved(long bytes) {
        long since = waitingSince;
        waitingSince = MOVING;
        pace.waited(System.nanoTime() - since);
        pace.moved(bytes);
    }

    /**
     * Starts in the state of not waiting.
     *
     * @param breakOff as above
     */
    public static StallGuard delivering(Pace pace, Runnable breakOff) {
        StallGuard guard = new StallGuard(pace, breakOff);
        guard.waitingSince = MOVING;
        return guard;
    }

    /** Bytes on their way to the other side, which is waited for in between. */
    public InputStream sending(InputStream in) {
        return new BulkFilter(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                moved(1);
                try {
                    return in.read(target, offset, length);
                } finally {
                    waitFor();
                }
            }
        };
    }

    /** Bytes from the other side, broken off when one read of them takes too long. Closing it ends the watch. */
    public static InputStream receiving(InputStream in, Duration stallTimeout) {
        StallGuard guard = delivering(Pace.ofSilence(stallTimeout), () -> closeQuietly(in));
        return new BulkFilter(guard.receiving(in)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                guard.close();
                super.close();
            }
        };
    }

    /**
     * Bytes from the other side, which is waited for while they are read. A read that was broken off is a
     * {@link SocketTimeoutException}.
     */
    public InputStream receiving(InputStream in) {
        return new BulkFilter(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = 0;
                waitFor();
                try {
                    count = in.read(target, offset, length);
                } catch (IOException e) {
                    throw brokenOff ? tooSlow() : e;
                } finally {
                    moved(count);
                }
                if (brokenOff) {
                    throw tooSlow();
                }
                return count;
            }
        };
    }

    private static IOException tooSlow() {
        return new SocketTimeoutException("the bytes come too slowly");
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
            // The reader gets an exception of its own.
        }
    }
}
