package dev.coffer.common.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.coffer.common.caller.AdmittedTenant;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits the transactions that the requests of one tenant have at the same time, so that connections are left for other
 * tenants however slow they are. Waiting takes no connection. Background work, and requests of other services, are not
 * limited.
 */
@ApplicationScoped
@Startup
public class TenantShares {
    private static final double LARGEST = 0.9;

    private final Supplier<Optional<String>> tenant;
    private final Duration waitTimeout;
    private final Counter refused;
    private final LoadingCache<String, Semaphore> shares;

    @Inject
    TenantShares(AdmittedTenant tenant, DatabaseConfig config, AgroalDataSource database, MeterRegistry meters) {
        this(tenant::name, most(config, database.getConfiguration().connectionPoolConfiguration().maxSize()),
                config.waitTimeout(), meters.counter("coffer.database.refused"));
    }

    TenantShares(Supplier<Optional<String>> tenant, int most, Duration waitTimeout, Counter refused) {
        this.tenant = tenant;
        this.waitTimeout = waitTimeout;
        this.refused = refused;
        this.shares = Caffeine.newBuilder().weakValues().build(name -> new Semaphore(most, true));
    }

    static int most(DatabaseConfig config, int connections) {
        double share = config.tenantShare();
        if (!(share > 0 && share <= LARGEST)) {
            throw new IllegalArgumentException("coffer.database.tenant-share must be above 0, and at most " + LARGEST);
        }
        return Math.max(1, (int) (share * connections));
    }

    /**
     * Runs a transaction, counted to the tenant of the request that is being served.
     *
     * @throws ServiceException 429 if the tenant has too many already, and none of them ends in time
     */
    public <T> T call(Callable<T> transaction) throws Exception {
        Optional<String> name = tenant.get();
        if (name.isEmpty()) {
            return transaction.call();
        }
        Semaphore share = shares.get(name.get());
        take(share);
        try {
            return transaction.call();
        } finally {
            share.release();
        }
    }

    private void take(Semaphore share) {
        try {
            if (share.tryAcquire(waitTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
        refused.increment();
        throw new ServiceException(ErrorCode.TOO_MANY_REQUESTS,
                "Too many requests of yours keep the database busy: try again when others have ended.",
                Map.of("retry_after", 2));
    }
}
