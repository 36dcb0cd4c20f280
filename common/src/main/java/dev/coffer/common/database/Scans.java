package dev.coffer.common.database;

import static dev.coffer.common.config.Setting.require;

import dev.coffer.common.caller.AdmittedTenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The scans of the whole process: an interceptor exists once for each class that it intercepts. */
@ApplicationScoped
@Startup
class Scans {
    private static final int LEAST = 2;

    private final TenantShares shares;

    Scans(AdmittedTenant tenant, DatabaseConfig config, MeterRegistry meters) {
        this.shares = new TenantShares(
                tenant::name, most(config), config.scanWaitTimeout(), meters.counter("coffer.database.scans.refused"));
    }

    /** Without a setting, the database is assumed to have as many processors as this process. */
    static int most(DatabaseConfig config) {
        int scans = config.tenantScans().orElse(Math.max(LEAST, Runtime.getRuntime().availableProcessors()));
        require(scans > 0, "coffer.database.tenant-scans", "at least 1");
        return scans;
    }

    TenantShares shares() {
        return shares;
    }
}
