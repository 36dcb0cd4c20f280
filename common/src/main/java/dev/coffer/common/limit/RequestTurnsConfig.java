package dev.coffer.common.limit;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How many requests begin at the same time, in each process. */
@ConfigMapping(prefix = "coffer.requests")
interface RequestTurnsConfig {
    /**
     * Requests that one tenant may begin at once, at least 1; the next ones wait until one of them has ended or waits
     * itself. Four for each processor if absent, and 8 at least.
     */
    OptionalInt atOnceOfTenant();
}
