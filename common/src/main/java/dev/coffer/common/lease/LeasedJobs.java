package dev.coffer.common.lease;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The jobs that this process works on, a few at a time. Each is held by a lease in the database, which has to be
 * renewed for as long as the job is among the {@link #running}; a lease that expires, since its process died, is taken
 * over by another process.
 *
 * @param <J> a job, with the equality of its lease
 */
public final class LeasedJobs<J> implements AutoCloseable {
    private final int workers;
    private final Map<J, Worker> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param workers jobs at the same time, at least 1 */
    public LeasedJobs(int workers) {
        this.workers = workers;
    }

    /**
     * Begins jobs until there is none, or no worker is free; not called by two threads at a time.
     *
     * @param next takes the lease of a job; empty if there is none
     * @param work does a job; it is interrupted when its lease is lost, or the process stops
     */
    public void begin(Supplier<Optional<J>> next, Consumer<J> work) {
        while (!closed && running.size() < workers) {
            Optional<J> job = next.get();
            if (job.isEmpty()) {
                return;
            }
            begin(job.get(), work);
        }
    }

    private void begin(J job, Consumer<J> work) {
        Worker worker = new Worker(Thread.ofVirtual().unstarted(() -> {
            try {
                work.accept(job);
            } finally {
                running.remove(job);
            }
        }));
        running.put(job, worker);
        worker.thread.start();
        if (closed) {
            worker.thread.interrupt();
        }
    }

    /** The jobs that are worked on. */
    public Set<J> running() {
        return Set.copyOf(running.keySet());
    }

    /**
     * Renews each lease.
     *
     * @param renewal says whether the lease is still held; if not, the job is interrupted, once
     */
    public void renew(Predicate<J> renewal) {
        running.forEach((job, worker) -> {
            if (!worker.cancelled && !renewal.test(job)) {
                worker.cancelled = true;
                worker.thread.interrupt();
            }
        });
    }

    /** Whether the process is stopping, so that a failure does not count against the job. */
    public boolean isClosed() {
        return closed;
    }

    /** Begins no further jobs, and interrupts those that are worked on. */
    @Override
    public void close() {
        closed = true;
        running.values().forEach(worker -> worker.thread.interrupt());
    }

    private static final class Worker {
        private final Thread thread;
        private volatile boolean cancelled;

        Worker(Thread thread) {
            this.thread = thread;
        }
    }
}
