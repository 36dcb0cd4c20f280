package dev.coffer.blob.quota;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How much a tenant may hold, over all APIs; no limit by default. */
@ConfigMapping(prefix = "coffer.quota")
public interface QuotaConfig {
    /** Bytes of all files of a tenant, each counted in full. */
    Optional<MemorySize> bytes();

    /** Files of a tenant, over all APIs. */
    OptionalLong files();

    /** What is different for some tenants, by name. */
    Map<String, Tenant> tenants();

    /** The limits of one tenant; what is not said is as for all. */
    interface Tenant {
        Optional<MemorySize> bytes();

        OptionalLong files();
    }
}
