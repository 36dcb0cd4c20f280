package dev.coffer.common.json;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.TenantTurns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When long texts of clients are parsed: a few at a time, in turns among tenants. Requests run on virtual threads, of
 * which each keeps its processor until it waits for something, and a text of megabytes waits for nothing.
 */
@ApplicationScoped
@Startup
public class JsonTurns {
    /** Shorter texts are parsed at once, in characters or bytes: they take less time than to wait. */
    static final long SHORT = 64 << 10;

    /** More than there is heap for. */
    private static final int WAITING = 1024;

    private final TenantTurns turns;
    private final Duration waitTimeout;
    private final JsonBudget budget;

    public JsonTurns(JsonConfig config, JsonBudget budget, MeterRegistry metrics) {
        int places = config.parsers().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        if (places < 1) {
            throw new IllegalArgumentException("coffer.json.parsers must be at least 1");
        }
        this.turns = new TenantTurns(places, places, WAITING, WAITING / 2);
        this.waitTimeout = config.waitTimeout();
        this.budget = budget;
        Gauge.builder("coffer.json.parsers.waiting", turns, TenantTurns::waiting)
                .description("Requests that wait to parse a long text").register(metrics);
    }

    /** Work whose processor time grows with a text. It must not wait for anything. */
    interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    /**
     * Does the work when it is the turn of the tenant, or at once if the text is short.
     *
     * @param tenant empty for work outside of requests, which nobody waits for
     * @param length of the text, in bytes or characters
     * @throws ServiceException 503 if the turn does not come in time
     */
    <T extends @Nullable Object> T call(Optional<String> tenant, long length, Work<T> work) throws IOException {
        if (length <= SHORT || tenant.isEmpty()) {
            return work.run();
        }
        begin(tenant.get());
        try {
            return work.run();
        } finally {
            turns.end(tenant.get());
        }
    }

    private void begin(String tenant) {
        try {
            if (!turns.begin(tenant, waitTimeout)) {
                budget.count("turn");
                throw ServiceException.unavailable("Too many large requests at a time, try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
