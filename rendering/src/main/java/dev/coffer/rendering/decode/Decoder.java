package dev.coffer.rendering.decode;

import dev.coffer.rendering.limit.Deadline;
import dev.coffer.rendering.limit.Deadline.DeadlinePassedException;
import dev.coffer.rendering.limit.ImageConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.stream.ImageInputStream;

/**
 * The right to keep one processor busy with one image, for a limited time. Work is done on platform threads, since
 * native decoders would block the carrier thread of a virtual one, and so other requests.
 */
public final class Decoder {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final ImageConfig limits;
    private final Budget budget;

    Decoder(ImageConfig limits) {
        this.limits = limits;
        this.budget = new Budget(limits.deadline());
    }

    /** A step of the work. */
    public interface Step<T> {
        T run() throws IOException;
    }

    /**
     * Opens content as an image.
     *
     * @throws dev.coffer.common.error.ServiceException 400 if it is none that is known here, broken, or beyond one of
     *     the limits
     */
    public OpenImage open(ImageInputStream in) throws IOException {
        return run(() -> Decoding.of(() -> OpenImage.of(in, limits, budget)));
    }

    /**
     * Runs a step and waits for its end. Past the deadline the step is interrupted, and reading the image fails.
     *
     * @throws dev.coffer.common.error.ServiceException 400 if all steps together take longer than they may
     */
    public <T> T run(Step<T> step) throws IOException {
        FutureTask<T> task = new FutureTask<>(step::run);
        Thread thread = budget.start(task);
        try {
            if (!thread.join(budget.left())) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            budget.end();
            thread.interrupt();
            Thread.currentThread().interrupt();
        } finally {
            untilEnded(thread);
            budget.stop();
        }
        return result(task, budget);
    }

    /**
     * Runs a step beside one of the caller's own, and waits for the end of both.
     *
     * @param step ends once the other one does, or with the next check past the deadline
     */
    public <T> T beside(Runnable step, Step<T> own) throws IOException {
        Thread thread = budget.start(step);
        try {
            return own.run();
        } finally {
            untilEnded(thread);
            budget.stop();
        }
    }

    /** Waits even if interrupted: a thread left behind would run in addition to the permitted number of decoders. */
    private static void untilEnded(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws dev.coffer.common.error.ServiceException 400 past the deadline */
    public void check() {
        budget.check();
    }

    private static <T> T result(FutureTask<T> task, Deadline deadline) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("it has ended", e);
        } catch (ExecutionException e) {
            // Image readers wrap or replace the exception of the deadline, so it is checked again here.
            deadline.check();
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                case null, default -> throw new UncheckedIOException(new IOException(e.getCause()));
            }
        }
    }

    /** The time left for all steps together; only running steps use it up. */
    private static final class Budget implements Deadline {
        private final Duration allowed;
        private volatile long end;
        private Duration left;

        Budget(Duration allowed) {
            this.allowed = allowed;
            this.left = allowed;
        }

        Thread start(Runnable step) {
            if (left.isZero()) {
                throw new DeadlinePassedException(allowed);
            }
            end = System.nanoTime() + left.toNanos();
            return Thread.ofPlatform().daemon().name("decoder-" + NUMBER.incrementAndGet()).start(step);
        }

        Duration left() {
            return left;
        }

        void stop() {
            left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        }

        void end() {
            end = System.nanoTime();
        }

        @Override
        public boolean passed() {
            return System.nanoTime() - end >= 0;
        }

        @Override
        public Duration allowed() {
            return allowed;
        }
    }
}
