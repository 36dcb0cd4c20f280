package dev.coffer.common.userdataclient;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How a service without a table of API keys and sessions has them verified. */
@ConfigMapping(prefix = "coffer.userdata")
interface RemoteCredentialsConfig {
    /** Base URL of userdata-service inside of the cluster. */
    @WithDefault("http://localhost:8082")
    URI url();

    /**
     * How long an answer is believed: a revoked key or an ended session works for at most so long, an expired one
     * not at all. Never more than 30 s.
     */
    @WithDefault("20s")
    Duration keyCache();

    /** Answers that are remembered at most. */
    @WithDefault("10000")
    long keyCacheSize();
}
