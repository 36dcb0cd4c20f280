package dev.coffer.common.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** What one relay has done, and what waits for it. */
final class RelayMetrics {
    private final Counter sent;
    private final Counter failures;
    private volatile Backlog backlog = Backlog.NONE;

    /**
     * The rows of an outbox that no relay has carried out.
     *
     * @param rows at most so many: numbers of transactions that were rolled back count, too
     * @param ageSeconds of the oldest one, when it was looked at
     * @param seenNanos when that was, by {@link System#nanoTime()}
     */
    record Backlog(long rows, double ageSeconds, long seenNanos) {
        static final Backlog NONE = new Backlog(0, 0, 0);

        /** As it is now: what nobody has seen go grows older. */
        double ageSecondsAt(long nanos) {
            return rows == 0 ? 0 : ageSeconds + (nanos - seenNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        }
    }

    /** @param relay {@code events} or {@code releases} */
    RelayMetrics(String relay, MeterRegistry registry) {
        sent = Counter.builder("coffer.outbox.sent")
                .description("Events that Kafka has taken, and releases that blob-service has")
                .tag("relay", relay)
                .register(registry);
        failures = Counter.builder("coffer.outbox.failures")
                .description("Batches that were not carried out as a whole")
                .tag("relay", relay)
                .register(registry);
        Gauge.builder("coffer.outbox.oldest", this, metrics -> metrics.backlog.ageSecondsAt(System.nanoTime()))
                .description("Age of the oldest row that no relay has carried out")
                .baseUnit("seconds")
                .tag("relay", relay)
                .register(registry);
        Gauge.builder("coffer.outbox.waiting", this, metrics -> metrics.backlog.rows())
                .description("Rows that no relay has carried out, at most")
                .tag("relay", relay)
                .register(registry);
    }

    void sent(int rows) {
        sent.increment(rows);
    }

    void failed() {
        failures.increment();
    }

    void saw(Backlog seen) {
        backlog = seen;
    }
}
