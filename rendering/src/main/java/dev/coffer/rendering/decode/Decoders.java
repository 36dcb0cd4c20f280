package dev.coffer.rendering.decode;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.TenantTurns;
import dev.coffer.rendering.limit.Deadline.DeadlinePassedException;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrorCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;

/** The few threads that images are decoded and encoded on, shared by all tenants. */
@ApplicationScoped
@Startup
public class Decoders {
    private static final Map<ErrorCode, String> REASONS = Map.of(
            ErrorCode.UNAVAILABLE, "busy", ImageErrorCode.IMAGE_TOO_LARGE, "limit", ImageErrorCode.INVALID_IMAGE,
            "broken");

    private final ImageConfig config;
    private final TenantTurns turns;
    private final MeterRegistry metrics;

    public Decoders(ImageConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
        DecoderShares shares = DecoderShares.of(config);
        this.turns = new TenantTurns(shares.all(), shares.ofTenant(), config.waiting(), config.waitingPerTenant());
        Gauge.builder("coffer.images.decoders.busy", turns, TenantTurns::busy)
                .description("Images that are being decoded").register(metrics);
        Gauge.builder("coffer.images.decoders.waiting", turns, TenantTurns::waiting)
                .description("Requests that wait for a decoder").register(metrics);
    }

    /** What is done with a decoder. */
    public interface Use<T> {
        T of(Decoder decoder) throws IOException;
    }

    /**
     * Decodes an image as soon as it is the tenant's turn.
     *
     * @throws ServiceException 503 if too many wait, or none ends in time; 400 if the image is not worth it
     */
    public <T> T with(String tenant, Use<T> use) throws IOException {
        try {
            begin(tenant);
            try {
                metrics.counter("coffer.images.decoded").increment();
                return use.of(new Decoder(config));
            } finally {
                turns.end(tenant);
            }
        } catch (ServiceException e) {
            count(e);
            throw e;
        }
    }

    private void begin(String tenant) {
        try {
            if (!turns.begin(tenant, config.waitTimeout())) {
                throw ServiceException.unavailable("Too many images are being rendered, try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }

    private void count(ServiceException refusal) {
        String reason =
                refusal instanceof DeadlinePassedException ? "deadline" : REASONS.getOrDefault(refusal.code(), "other");
        metrics.counter("coffer.images.refused", "reason", reason).increment();
    }
}
