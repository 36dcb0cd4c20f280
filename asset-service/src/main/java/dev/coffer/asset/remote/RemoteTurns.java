package dev.coffer.asset.remote;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.TenantTurns;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Limits the open requests to other servers, shared out among tenants: such a server decides how long one lasts. */
@ApplicationScoped
@Startup
public class RemoteTurns {
    private final RemoteConfig config;
    private final TenantTurns turns;

    /** @throws IllegalStateException if one tenant could have all of them */
    RemoteTurns(RemoteConfig config) {
        this.config = config;
        if (config.requestsPerTenant() < 1 || config.requestsPerTenant() >= config.requests()) {
            throw new IllegalStateException("coffer.assets.remote.requests-per-tenant must be at least 1 and less than"
                    + " .requests, or one tenant could stop all others");
        }
        if (config.waitingPerTenant() < 0 || config.waitingPerTenant() > config.waiting()) {
            throw new IllegalStateException(
                    "coffer.assets.remote.waiting-per-tenant must be at least 0 and at most .waiting");
        }
        this.turns = new TenantTurns(
                config.requests(), config.requestsPerTenant(), config.waiting(), config.waitingPerTenant());
    }

    /**
     * Does this as soon as it is the tenant's turn.
     *
     * @throws ServiceException 503 if too many wait, or others do not end in time
     */
    public <T> T with(String tenant, Supplier<T> exchange) {
        begin(tenant);
        try {
            return exchange.get();
        } finally {
            turns.end(tenant);
        }
    }

    private void begin(String tenant) {
        try {
            if (!turns.begin(tenant, config.waitingTimeout())) {
                throw ServiceException.unavailable("Too many files are being fetched from other servers, try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
