package dev.coffer.blob.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Uploads that clients carry out themselves. */
@ConfigMapping(prefix = "coffer.upload")
interface SessionConfig {
    /** How long an expired session is remembered. */
    @WithDefault("24h")
    Duration sessionsKept();
}
