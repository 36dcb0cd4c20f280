package dev.coffer.files.comparison;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.common.share.TenantTurns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Where geometries are compared: on a few threads of their own, in turns among tenants, each request until its
 * deadline. Requests hand in work piece by piece, so those of different tenants go on alternately.
 */
@ApplicationScoped
@Startup
public class Comparisons {
    /** What becomes of a byte of a location that is read and compared. */
    private static final long HEAP_OF_JSON = 4;
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final long RETRY_AFTER_SECONDS = 5;

    private final GeoConfig config;
    private final JsonMemory memory;
    private final ExecutorService threads;
    private final TenantTurns turns;
    private final Counter busy;
    private final Counter late;
    private final Counter cut;

    Comparisons(GeoConfig config, JsonMemory memory, MeterRegistry metrics) {
        this.config = config;
        this.memory = memory;
        int number = config.threads().orElse(Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
        if (number < 1 || config.candidates() < 1) {
            throw new IllegalArgumentException("coffer.files.geometry.threads and .candidates must be at least 1");
        }
        this.turns = turns(config);
        this.threads =
                Executors.newFixedThreadPool(number, Thread.ofPlatform().daemon().name("geometry-", 0).factory());
        this.busy = metrics.counter("coffer.files.geometry.refused", "reason", "busy");
        this.late = metrics.counter("coffer.files.geometry.refused", "reason", "deadline");
        this.cut = metrics.counter("coffer.files.geometry.cut");
    }

    private static TenantTurns turns(GeoConfig config) {
        if (config.perTenant() < 1 || config.perTenant() >= config.requests()) {
            throw new IllegalArgumentException(
                    "coffer.files.geometry.per-tenant must be at least 1 and less than .requests,"
                            + " or one tenant could stop all others");
        }
        if (config.waitingPerTenant() < 0 || config.waitingPerTenant() > config.waiting()) {
            throw new IllegalArgumentException(
                    "coffer.files.geometry.waiting-per-tenant must be at least 0 and at most .waiting");
        }
        return new TenantTurns(config.requests(), config.perTenant(), config.waiting(), config.waitingPerTenant());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * Waits for the turn of a tenant.
     *
     * @throws ServiceException 429 if too many wait, or others compare for too long
     */
    public Turn begin(String tenant) {
        try {
            if (turns.begin(tenant, config.waitTimeout())) {
                return new Turn(tenant, ComparisonDeadline.in(config.deadline()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        busy.increment();
        throw new ServiceException(ErrorCode.TOO_MANY_REQUESTS,
                "Too many requests with a geometry at the same time: try again in " + RETRY_AFTER_SECONDS + " s.",
                Map.of("retry_after", RETRY_AFTER_SECONDS));
    }

    /** The right of one request to compare. */
    public final class Turn implements AutoCloseable {
        private final String tenant;
        private final ComparisonDeadline deadline;
        private long heap;

        private Turn(String tenant, ComparisonDeadline deadline) {
            this.tenant = tenant;
            this.deadline = deadline;
        }

        public ComparisonDeadline deadline() {
            return deadline;
        }

        /**
         * Makes sure that there is heap for the next locations, instead of those before.
         *
         * @param bytes of their JSON
         */
        public void makeRoom(long bytes) {
            long more = HEAP_OF_JSON * bytes - heap;
            if (more > 0) {
                memory.take(more);
                heap += more;
            }
        }

        /** When it is the turn of others, before the work goes on. */
        public ComparisonDeadline pause() {
            return ComparisonDeadline.in(SLICE);
        }

        /** Most files that a page may look at. */
        public int candidates() {
            return config.candidates();
        }

        /** Does a piece of work on one of the threads; the next piece may have to wait for those of others. */
        public <T> T run(Supplier<T> work) {
            Future<T> result = threads.submit(work::get);
            try {
                return result.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                result.cancel(true);
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Notes that a page has ended early. */
        public void cutShort() {
            cut.increment();
        }

        /** 400: the question takes too long, and has no pages. */
        public ServiceException tooMuch(String what) {
            late.increment();
            return ServiceException.invalidBody("filter.geoLocation", "takes too long to compare: " + what);
        }

        @Override
        public void close() {
            turns.end(tenant);
        }
    }
}
