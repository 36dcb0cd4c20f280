package dev.coffer.files.comparison;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much of this process filters with a geometry may take. */
@ConfigMapping(prefix = "coffer.files.geometry")
public interface GeoConfig {
    /** Threads that compare geometries; half of the processors if absent, and at least two. */
    OptionalInt threads();

    /** Requests of one tenant that compare geometries at the same time. Fewer than threads, or others have to wait. */
    @WithDefault("1")
    int perTenant();

    /** Requests of all tenants that compare geometries at the same time, piece by piece in turns; others wait. */
    @WithDefault("64")
    int requests();

    /** Further requests that wait for their turn; 429 above. */
    @WithDefault("256")
    int waiting();

    /** How many of them may be of one tenant; 429 above. */
    @WithDefault("32")
    int waitingPerTenant();

    /** How long a request waits for its turn; 429 after. */
    @WithDefault("10s")
    Duration waitTimeout();

    /** How long one request may compare. Then a page ends early, and what has no pages is refused with 400. */
    @WithDefault("10s")
    Duration deadline();

    /** Files that one page may look at; then it ends early. */
    @WithDefault("20000")
    int candidates();
}
