package dev.coffer.asset.fetch;

import dev.coffer.asset.remote.RemoteConfig;
import dev.coffer.asset.remote.SourceErrors;
import dev.coffer.asset.task.TaskLease;
import dev.coffer.asset.task.TaskTransactions;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.tracing.CurrentTrace;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Does downloads, a few at a time. A task is held by a lease that is renewed while its thread works; if the process
 * dies, another one takes the task over when the lease has ended, and begins anew.
 */
@ApplicationScoped
class DownloadWorker {
    private static final Logger LOG = Logger.getLogger(DownloadWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final String UNEXPECTED = "Unexpected server error.";

    private final TaskTransactions tasks;
    private final Download download;
    private final RemoteConfig config;
    private final Semaphore free;
    private final Map<TaskLease, Future<?>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DownloadWorker(TaskTransactions tasks, Download download, RemoteConfig config) {
        this.tasks = tasks;
        this.download = download;
        this.config = config;
        if (config.workers() < 2) {
            throw new IllegalStateException(
                    "coffer.assets.remote.workers must be at least 2, or one tenant could stop all others");
        }
        this.free = new Semaphore(config.workers());
    }

    @Scheduled(every = "${coffer.assets.remote.poll-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        while (config.enabled() && free.tryAcquire()) {
            Optional<TaskLease> lease = next();
            if (lease.isEmpty()) {
                free.release();
                return;
            }
            FutureTask<?> job = new FutureTask<>(() -> work(lease.get()), null);
            running.put(lease.get(), job);
            threads.execute(job);
        }
    }

    private Optional<TaskLease> next() {
        try {
            return tasks.take(DownloadService.TASK, config.lease(), config.attempts(), full());
        } catch (RuntimeException e) {
            LOG.warnf("no task can be taken: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /** Tenants for which all workers but one work: that one is for others. */
    private Set<String> full() {
        return running.keySet().stream()
                .collect(Collectors.groupingBy(lease -> lease.owner().tenant(), Collectors.counting()))
                .entrySet().stream()
                .filter(tenant -> tenant.getValue() >= config.workers() - 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Often enough that a lease survives two failures to renew it. A task that somebody else has is let go of. */
    @Scheduled(every = "${coffer.assets.remote.renew-interval:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        running.forEach((lease, thread) -> {
            if (!thread.isDone() && !tasks.renew(lease, config.lease())) {
                thread.cancel(true);
            }
        });
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        tasks.forget(config.keepTasks());
    }

    private void work(TaskLease lease) {
        try {
            CurrentTrace.during(lease.trace(), () -> attempt(lease));
        } catch (RuntimeException e) {
            LOG.warnf("task %s is left until its lease ends: %s", lease.id(), e.toString());
        } finally {
            running.remove(lease);
            free.release();
        }
    }

    private void attempt(TaskLease lease) {
        try {
            download.attempt(lease);
        } catch (ServiceException e) {
            LOG.infof("task %s, attempt %d: %s", lease.id(), lease.attempt(), e.getMessage());
            failed(lease, e.getMessage(), SourceErrors.passing(e));
        } catch (RuntimeException e) {
            LOG.errorf(e, "task %s, attempt %d", lease.id(), lease.attempt());
            failed(lease, UNEXPECTED, true);
        }
    }

    /** A process that is stopping does not know what would have been: another one will. */
    private void failed(TaskLease lease, String message, boolean passing) {
        if (threads.isShutdown()) {
            return;
        }
        if (passing && lease.attempt() < config.attempts()) {
            tasks.postpone(lease, message, FIRST_PAUSE.multipliedBy(lease.attempt()));
        } else {
            tasks.fail(lease, message);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
