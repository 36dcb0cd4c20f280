package dev.coffer.common.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of one tenant begin a few at a time. Each runs on a thread of its own, and whoever sends a hundred
 * in the same moment would have a hundred threads ahead of the single one of somebody else.
 */
@ApplicationScoped
@Startup
public class RequestTurns {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OF_PROCESSOR = 4;
    private static final int AT_LEAST = 8;

    /** What nobody refers to any more is empty. */
    private final LoadingCache<String, Starts> starts;
    private final Turn turn;
    private final Counter refused;

    RequestTurns(RequestTurnsConfig config, Turn turn, MeterRegistry metrics) {
        int most = config.atOnceOfTenant()
                .orElse(Math.max(AT_LEAST, OF_PROCESSOR * Runtime.getRuntime().availableProcessors()));
        if (most < 1) {
            throw new IllegalArgumentException("coffer.requests.at-once-of-tenant must be at least 1");
        }
        this.starts = Caffeine.newBuilder().weakValues().build(tenant -> new Starts(most));
        this.turn = turn;
        this.refused = Counter.builder("coffer.requests.refused")
                .description("Requests whose turn did not come, because their tenant sent too many at once")
                .register(metrics);
    }

    /**
     * Waits until it is the turn of this request, which ends with it.
     *
     * @throws ServiceException {@code TOO_MANY_REQUESTS}, 429, if it does not come in time
     */
    void await(String tenant) {
        try {
            turn.begin(starts.get(tenant).begin(TIMEOUT).orElseThrow(this::refuse));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }

    private ServiceException refuse() {
        refused.increment();
        return new ServiceException(ErrorCode.TOO_MANY_REQUESTS,
                "Too many requests at a time: try again when others of yours have ended.", Map.of("retry_after", 2));
    }

    /** The turn of one request. */
    @RequestScoped
    static class Turn {
        private volatile Starts.@Nullable Start start;

        void begin(Starts.Start begun) {
            start = begun;
        }

        @PreDestroy
        void end() {
            Starts.Start begun = start;
            if (begun != null) {
                begun.end();
            }
        }
    }
}
