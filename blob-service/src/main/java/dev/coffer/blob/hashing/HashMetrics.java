package dev.coffer.blob.hashing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What the background hasher has done, and what waits for it. */
@ApplicationScoped
class HashMetrics {
    private static final Logger LOG = Logger.getLogger(HashMetrics.class);

    private final HashTransactions contents;
    private final Counter kept;
    private final Counter merged;
    private final Counter failed;
    private final Counter savedBytes;
    private volatile long waiting;

    HashMetrics(HashTransactions contents, MeterRegistry registry) {
        this.contents = contents;
        this.kept = hashes("kept", registry);
        this.merged = hashes("merged", registry);
        this.failed = hashes("failed", registry);
        this.savedBytes = Counter.builder("coffer.hashes.merged")
                .description("Bytes of content that came in parts and that the tenant turned out to have")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("coffer.hashes.waiting", this, metrics -> metrics.waiting)
                .description("Contents that have no hash yet, 10,000 at most")
                .register(registry);
    }

    private static Counter hashes(String result, MeterRegistry registry) {
        return Counter.builder("coffer.hashes")
                .description("Contents that came in parts and were hashed afterwards")
                .tag("result", result)
                .register(registry);
    }

    /** @param stays whether the content is new; else the tenant has it */
    void hashed(boolean stays, long bytes) {
        if (stays) {
            kept.increment();
        } else {
            merged.increment();
            savedBytes.increment(bytes);
        }
    }

    void failed() {
        failed.increment();
    }

    /** A scrape asks the database nothing. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sample() {
        try {
            waiting = contents.waiting();
        } catch (RuntimeException e) {
            LOG.debugf("how many contents wait for their hash is not known: %s", e.getMessage());
        }
    }
}
