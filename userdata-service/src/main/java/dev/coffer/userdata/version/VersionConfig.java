package dev.coffer.userdata.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the history of user files is kept. */
@ConfigMapping(prefix = "coffer.userdata.versions")
interface VersionConfig {
    /** {@link #sweepInterval()}, for a schedule. */
    String SWEEP_INTERVAL = "${coffer.userdata.versions.sweep-interval}";

    /** Earlier contents that are kept of each file, besides the present one; 0 keeps none. */
    @WithDefault("10")
    int keep();

    /** How long the contents of a deleted file can be restored; 0 deletes them with the next sweep. */
    @WithDefault("30d")
    Duration keepDeleted();

    /** How often expired contents are deleted. */
    @WithDefault("5m")
    Duration sweepInterval();
}
