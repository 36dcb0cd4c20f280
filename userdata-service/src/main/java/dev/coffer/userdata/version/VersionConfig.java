package dev.coffer.userdata.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the past of user files is kept. */
@ConfigMapping(prefix = "coffer.userdata.versions")
interface VersionConfig {
    /** {@link #sweepInterval()}, for a schedule. */
    String SWEEP_INTERVAL = "${coffer.userdata.versions.sweep-interval:5m}";

    /** Earlier contents that are kept of each file, besides the present one; 0 keeps none. */
    @WithDefault("10")
    int keep();

    /** How long the contents of a deleted file can be restored; 0 gives them up with the next sweep. */
    @WithDefault("30d")
    Duration keepDeleted();

    /** How often what has expired is given up. */
    @WithDefault("5m")
    Duration sweepInterval();
}
