package dev.coffer.common.json;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import dev.coffer.common.share.ShareRule;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** The heap for JSON of clients, of one process; and how often something was refused. */
@ApplicationScoped
public class JsonBudget {
    private static final String REFUSED = "coffer.json.refused";

    private final Share share;
    private final Duration waitTimeout;
    private final MeterRegistry meters;

    public JsonBudget(JsonConfig config, MeterRegistry meters) {
        long bytes = (long) (config.heapShare() * Runtime.getRuntime().maxMemory());
        this.share = new Share("json", bytes, ShareRule.always(config.tenantShare()));
        this.waitTimeout = config.waitTimeout();
        this.meters = meters;
        meters.gauge("coffer.json.memory.used", this, JsonBudget::used);
        meters.gauge("coffer.json.memory.max", share, Share::size);
    }

    /**
     * Takes heap, and waits a little for it if need be.
     *
     * @throws ServiceException 413 if it is more than one tenant may have, 429 or 503 if it is not free in time
     */
    void take(String tenant, long bytes) {
        take(tenant, bytes, waitTimeout);
    }

    /** The same without waiting. */
    void takeNow(String tenant, long bytes) {
        take(tenant, bytes, Duration.ZERO);
    }

    private void take(String tenant, long bytes, Duration wait) {
        switch (share.take(Holder.of(tenant), bytes, wait)) {
            case TAKEN -> {}
            case TOO_MUCH -> {
                count("too-much");
                throw new ServiceException(ErrorCode.FILE_TOO_LARGE,
                        "This needs more memory than one caller may have at a time: ask for less at once.");
            }
            case OWN_SHARE_USED -> {
                count("tenant");
                throw new ServiceException(ErrorCode.TOO_MANY_REQUESTS,
                        "Too many large requests at a time: try again when others of yours have ended.",
                        Map.of("retry_after", 2));
            }
            case ALL_USED -> {
                count("all");
                throw ServiceException.unavailable("Too many large requests at a time, try again.");
            }
            case INTERRUPTED -> throw ServiceException.unavailable("Shutting down.");
        }
    }

    void release(String tenant, long bytes) {
        share.release(Holder.of(tenant), bytes);
    }

    /** What one tenant may have at most, in bytes. */
    public long most() {
        return share.most();
    }

    long used() {
        return share.size() - share.free();
    }

    /**
     * Counts JSON that was refused.
     *
     * @param reason for the label of the metric
     */
    void count(String reason) {
        meters.counter(REFUSED, "reason", reason).increment();
    }
}
