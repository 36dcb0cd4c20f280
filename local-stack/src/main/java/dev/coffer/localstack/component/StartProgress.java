package dev.coffer.localstack.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a process that starts gets on, however long it takes on a machine that is busy: it does so if it writes to its
 * log, or has computed for another second.
 */
final class StartProgress {
    private final LongSupplier work;
    private final LongSupplier nanoTime;
    private final Duration stallTimeout;
    private long done;
    private long since;

    /**
     * Begins to watch.
     *
     * @param work grows with what the process does
     * @param nanoTime the present
     * @param stallTimeout how long it may do nothing
     */
    StartProgress(LongSupplier work, LongSupplier nanoTime, Duration stallTimeout) {
        this.work = work;
        this.nanoTime = nanoTime;
        this.stallTimeout = stallTimeout;
        this.done = work.getAsLong();
        this.since = nanoTime.getAsLong();
    }

    /** Of the process with this number and this log. */
    static StartProgress of(long pid, Path log, Duration stallTimeout) {
        return new StartProgress(() -> written(log) + computed(pid), System::nanoTime, stallTimeout);
    }

    /** Whether it has done nothing for as long as it may. */
    boolean hasStopped() {
        long now = nanoTime.getAsLong();
        long doneByNow = work.getAsLong();
        if (doneByNow != done) {
            done = doneByNow;
            since = now;
        }
        return now - since > stallTimeout.toNanos();
    }

    private static long written(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }

    /** In seconds; 0 where the system does not say. */
    private static long computed(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toSeconds)
                .orElse(0L);
    }
}
