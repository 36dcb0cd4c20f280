package dev.coffer.userdata.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What people may do with API keys. */
@ConfigMapping(prefix = "coffer.keys")
interface ApiKeyConfig {
    /** Keys that one person may have at a time; 409 above. */
    @WithDefault("100")
    long perPerson();

    /**
     * The longest life of a key, from when it was made, of those that were made before, too. A key that is asked for
     * without an end gets this one; not set: it has none.
     */
    Optional<Duration> maxLife();
}
