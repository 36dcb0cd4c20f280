package dev.coffer.common.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many requests are served, by each process of a service; generous, against accidents rather than people. */
@ConfigMapping(prefix = "coffer.rate-limit")
interface RateLimitConfig {
    /** Requests per second of one tenant, on average; 0 for any number. */
    @WithDefault("20000")
    long perTenant();

    /** Requests per second of one API key, of one person with tokens, or by one link, on average; 0 for any number. */
    @WithDefault("10000")
    long perKey();

    /** The average is taken over this time: so many requests may come at once. */
    @WithDefault("10s")
    Duration burst();
}
