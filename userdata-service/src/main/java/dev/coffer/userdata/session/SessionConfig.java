package dev.coffer.userdata.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Lifetime and number of browser sessions. */
@ConfigMapping(prefix = "coffer.session")
interface SessionConfig {
    /** {@link #sweepInterval()}, for a schedule. */
    String SWEEP_INTERVAL = "${coffer.session.sweep-interval}";

    /** Life of a session. The front end opens a new one whenever it gets a new token. */
    @WithDefault("2h")
    Duration life();

    /** Sessions that one person may have at a time; one more ends the oldest. */
    @WithDefault("1000")
    int perPerson();

    /** How often expired sessions are removed. */
    @WithDefault("5m")
    Duration sweepInterval();
}
