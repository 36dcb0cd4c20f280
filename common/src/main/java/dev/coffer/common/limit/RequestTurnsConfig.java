package dev.coffer.common.limit;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How many requests a process works on at a time. */
@ConfigMapping(prefix = "coffer.requests")
interface RequestTurnsConfig {
    /**
     * Requests that one tenant may begin at once; the next ones wait until one of them has ended or waits itself. Four
     * for each processor if absent.
     */
    OptionalInt atOnceOfTenant();
}
