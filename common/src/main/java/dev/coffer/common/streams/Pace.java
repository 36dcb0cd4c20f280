package dev.coffer.common.streams;

import java.time.Duration;

/**
 * How long the other side of a transfer may still keep us waiting. It begins with a patience, which waiting uses up and
 * bytes fill up again, never above where it began: who moves at least so many bytes a second goes on for ever, who sends
 * a byte now and then does not. Time in which we are not waiting is not counted.
 */
public final class Pace {
    private static final double SECOND = 1e9;

    private final long bytesPerSecond;
    private final long patience;
    private volatile long left;

    /**
     * @param bytesPerSecond least average while we wait; with 0 any byte is enough, and only silence ends a transfer
     * @param patience how long nothing at all may move
     */
    public Pace(long bytesPerSecond, Duration patience) {
        this.bytesPerSecond = bytesPerSecond;
        this.patience = patience.toNanos();
        this.left = this.patience;
    }

    /** Only silence ends the transfer. */
    static Pace ofSilence(Duration patience) {
        return new Pace(0, patience);
    }

    /** Nanoseconds of patience that are left; 0 or less when there is none. */
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
        left = bytesPerSecond == 0 ? patience : (long) Math.min(patience, left + bytes * SECOND / bytesPerSecond);
    }

    /** Whether the other side has kept us waiting for too long. */
    public boolean isSpent() {
        return left <= 0;
    }
}
