package dev.coffer.userdata.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits of API keys. */
@ConfigMapping(prefix = "coffer.keys")
interface ApiKeyConfig {
    /** Keys that one person may have at a time; 409 above. */
    @WithDefault("100")
    long perPerson();

    /**
     * The longest life of a key, counted from its creation, also for existing keys. It is the default for keys without
     * an end of their own; not set: no limit.
     */
    Optional<Duration> maxLife();
}
