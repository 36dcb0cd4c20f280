package dev.coffer.common.database;

import static dev.coffer.common.config.Setting.require;

import dev.coffer.common.caller.AdmittedTenant;
import dev.coffer.common.filter.FilterPriorities;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Has a method that {@link ScansRows} wait for its turn, before it waits for anything else. */
@Interceptor
@ScansRows
@Priority(FilterPriorities.SCAN_TURN)
class ScanTurn {
    private static final int LEAST = 2;

    private final TenantShares scans;

    @Inject
    ScanTurn(AdmittedTenant tenant, DatabaseConfig config, MeterRegistry meters) {
        this.scans = new TenantShares(tenant::name, most(config), config.scanPatience(),
                meters.counter("coffer.database.scans.refused"));
    }

    /** The database is taken to have as many processors as this process, if nobody says how many it has. */
    static int most(DatabaseConfig config) {
        int scans = config.tenantScans().orElse(Math.max(LEAST, Runtime.getRuntime().availableProcessors()));
        require(scans > 0, "coffer.database.tenant-scans", "at least 1");
        return scans;
    }

    /** Whoever is in a transaction has a connection already, which nobody else should wait for. */
    @AroundInvoke
    Object inTurn(InvocationContext method) throws Exception {
        return QuarkusTransaction.isActive() ? method.proceed() : scans.call(method::proceed);
    }
}
