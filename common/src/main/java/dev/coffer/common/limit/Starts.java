package dev.coffer.common.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When the requests of one tenant begin: a few at once, the next ones in the order of their arrival. A request has its
 * place until it ends, or until it is clear that it is not the processors that it waits for: then a slow client or a
 * slow disk keeps nobody waiting.
 */
class Starts {
    /** A request that took longer waits for something. */
    static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(25);

    /** Unless a thread that had nothing to do but to look at the clock came so late: then the processors are busy. */
    static final long LATE = TimeUnit.MILLISECONDS.toNanos(10);

    /** Whatever it does, and however busy the processors are. */
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final int most;
    private final long longest;
    private final ReentrantLock line = new ReentrantLock(true);
    /** Those that have a place, the oldest first. */
    private final Deque<Start> running = new ArrayDeque<>();
    /** Until then nobody takes the place of one that still has it: a moment ago the processors were busy. */
    private long notBefore = System.nanoTime();

    /** @param most how many have a place at a time, at least 1 */
    Starts(int most) {
        this(most, LONGEST);
    }

    /** @param longest after which a request has its place no more, whatever it does */
    Starts(int most, Duration longest) {
        this.most = most;
        this.longest = longest.toNanos();
    }

    /** The place of a request, from when it begins. */
    final class Start {
        private final long begun = System.nanoTime();

        /** Gives the place back, if it still has it. */
        void end() {
            synchronized (running) {
                if (running.remove(this)) {
                    running.notify();
                }
            }
        }
    }

    /**
     * Waits until a request may begin.
     *
     * @return empty if it was not its turn in time
     */
    Optional<Start> begin(Duration timeout) throws InterruptedException {
        if (!line.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            synchronized (running) {
                awaitPlace();
                Start start = new Start();
                running.addLast(start);
                return Optional.of(start);
            }
        } finally {
            line.unlock();
        }
    }

    /** About how many wait. */
    int waiting() {
        return line.isLocked() ? 1 + line.getQueueLength() : 0;
    }

    private void awaitPlace() throws InterruptedException {
        while (running.size() == most) {
            long begun = running.getFirst().begun;
            long now = System.nanoTime();
            long left = Math.max(begun + PATIENCE - now, Math.min(notBefore - now, begun + longest - now));
            if (left <= 0) {
                running.removeFirst();
            } else if (awaitEnd(left) > LATE) {
                notBefore = System.nanoTime() + PATIENCE;
            }
        }
    }

    /** Waits until one ends, at most for this time; returns how much later it is. */
    long awaitEnd(long nanos) throws InterruptedException {
        long begun = System.nanoTime();
        TimeUnit.NANOSECONDS.timedWait(running, nanos);
        return System.nanoTime() - begun - nanos;
    }
}
