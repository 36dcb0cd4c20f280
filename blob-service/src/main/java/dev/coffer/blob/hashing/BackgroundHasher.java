package dev.coffer.blob.hashing;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.lease.LeasedJobs;
import dev.coffer.common.tracing.CurrentTrace;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Hashes content that came in several parts, small ones first. Each is leased in its row, so that several processes
 * share the work, and one that dies is replaced by another.
 */
@ApplicationScoped
class BackgroundHasher {
    private static final Logger LOG = Logger.getLogger(BackgroundHasher.class);
    private static final int BUFFER = 256 << 10;

    private final HashTransactions transactions;
    private final ObjectStore store;
    private final HashConfig config;
    private final HashMetrics metrics;
    private final LeasedJobs<Blob> jobs;

    BackgroundHasher(HashTransactions transactions, ObjectStore store, HashConfig config, HashMetrics metrics) {
        this.transactions = transactions;
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.jobs = new LeasedJobs<>(config.workers());
    }

    /** Takes up as much work as there are workers. */
    @Scheduled(every = HashConfig.INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        jobs.begin(this::claim, blob -> CurrentTrace.during(blob.trace(), () -> work(blob)));
    }

    private Optional<Blob> claim() {
        try {
            return transactions.claim(config.lease());
        } catch (RuntimeException e) {
            LOG.warnf("no content is hashed for now: %s", e.toString());
            return Optional.empty();
        }
    }

    private void work(Blob blob) {
        try {
            metrics.hashed(transactions.finish(blob.id(), hash(blob), config.grace()), blob.size());
        } catch (IOException | RuntimeException e) {
            metrics.failed();
            LOG.warnf("the hash of %s is tried again later: %s", blob.id(), e.toString());
        }
    }

    /** Says of everything under way that it is alive. */
    @Scheduled(every = "30s", delayed = "30s")
    void renew() {
        Set<UUID> atWork = jobs.running().stream().map(Blob::id).collect(Collectors.toSet());
        if (!atWork.isEmpty()) {
            transactions.renew(atWork, config.lease());
        }
    }

    private Digests hash(Blob blob) throws IOException {
        ContentHasher hasher = new ContentHasher();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = store.get(blob.objectKey(), new ByteRange(0, blob.size() - 1))) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("stopping");
                }
                hasher.update(buffer, 0, count);
            }
        }
        return hasher.finish();
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }
}
