package dev.coffer.common.streams;

import java.time.Duration;

/**
 * How long the other side of a transfer may still keep us waiting: a budget of time that waiting uses up and bytes fill
 * up again, never above the timeout that it begins with. A transfer at the minimum rate may go on for ever, one with a
 * byte now and then does not. Time in which we do not wait is not counted.
 */
public final class Pace {
    private static final double SECOND = 1e9;

    private final long bytesPerSecond;
    private final long timeout;
    private volatile long left;

    /**
     * @param bytesPerSecond least average while we wait; with 0 any byte is enough, and only silence ends a transfer
     * @param timeout how long nothing at all may move
     */
    public Pace(long bytesPerSecond, Duration timeout) {
        this.bytesPerSecond = bytesPerSecond;
        this.timeout = timeout.toNanos();
        this.left = this.timeout;
    }

    /** Only silence ends the transfer. */
    static Pace ofSilence(Duration timeout) {
        return new Pace(0, timeout);
    }

    /** Nanoseconds that are left; 0 or less when the budget is spent. */
    public long left() {
        return left;
    }

    /** Called by the one thread that moves the bytes. */
    public void waited(long nanos) {
        left -= nanos;
    }

    /** Called by the one thread that moves the bytes. */
    public void moved(long bytes) {
        if (bytes <= 0) {
            return;
        }
        left = bytesPerSecond == 0 ? timeout : (long) Math.min(timeout, left + bytes * SECOND / bytesPerSecond);
    }

    /** Whether the other side has kept us waiting for too long. */
    public boolean isSpent() {
        return left <= 0;
    }
}
