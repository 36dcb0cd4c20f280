package dev.coffer.blob.pending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the remains of unfinished uploads are deleted. */
@ConfigMapping(prefix = "coffer.upload")
public interface SweepConfig {
    /** {@link #sweepInterval()}, for a schedule. */
    String SWEEP_INTERVAL = "${coffer.upload.sweep-interval}";

    /** How long after its last sign of life, one every 30 s, an upload is taken for dead and swept. */
    @WithDefault("2m")
    Duration lease();

    /** How often unfinished uploads and expired sessions are looked for. */
    @WithDefault("60s")
    Duration sweepInterval();

    /** How long an expired session is remembered. */
    @WithDefault("24h")
    Duration sessionsKept();
}
