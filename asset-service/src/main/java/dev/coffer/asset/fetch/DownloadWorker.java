package dev.coffer.asset.fetch;

import dev.coffer.asset.remote.RemoteConfig;
import dev.coffer.asset.remote.SourceErrors;
import dev.coffer.asset.task.TaskLease;
import dev.coffer.asset.task.TaskTransactions;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.lease.LeasedJobs;
import dev.coffer.common.tracing.CurrentTrace;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Does downloads, a few at a time. A task is held by a lease that is renewed while its thread works; if the process
 * dies, another one takes the task over when the lease has ended, and begins anew.
 */
@ApplicationScoped
@Startup
class DownloadWorker {
    private static final Logger LOG = Logger.getLogger(DownloadWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final String UNEXPECTED = "Unexpected server error.";

    private final TaskTransactions tasks;
    private final Download download;
    private final RemoteConfig config;
    private final LeasedJobs<TaskLease> jobs;

    DownloadWorker(TaskTransactions tasks, Download download, RemoteConfig config) {
        this.tasks = tasks;
        this.download = download;
        this.config = config;
        if (config.workers() < 2) {
            throw new IllegalStateException(
                    "coffer.assets.remote.workers must be at least 2, or one tenant could stop all others");
        }
        this.jobs = new LeasedJobs<>(config.workers());
    }

    @Scheduled(every = RemoteConfig.POLL_INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        if (config.enabled()) {
            jobs.begin(this::next, this::work);
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
        return jobs.running().stream()
                .collect(Collectors.groupingBy(lease -> lease.owner().tenant(), Collectors.counting()))
                .entrySet().stream()
                .filter(tenant -> tenant.getValue() >= config.workers() - 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Often enough that a lease survives two failures to renew it. A task whose lease is lost is aborted. */
    @Scheduled(every = RemoteConfig.RENEW_INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        jobs.renew(lease -> tasks.renew(lease, config.lease()));
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        tasks.forget(config.keepTasks());
    }

    private void work(TaskLease lease) {
        CurrentTrace.during(lease.trace(), () -> {
            try {
                attempt(lease);
            } catch (RuntimeException e) {
                LOG.warnf("task %s is left until its lease ends: %s", lease.id(), e.toString());
            }
        });
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

    /** A process that is stopping cannot tell whether the download has failed: another one tries it again. */
    private void failed(TaskLease lease, String message, boolean passing) {
        if (jobs.isClosed()) {
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
        jobs.close();
    }
}
