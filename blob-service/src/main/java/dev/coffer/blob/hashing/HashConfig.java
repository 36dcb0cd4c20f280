package dev.coffer.blob.hashing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How content that came in several parts gets its hash afterwards. */
@ConfigMapping(prefix = "coffer.hash")
public interface HashConfig {
    /** {@link #interval()}, for a schedule. */
    String INTERVAL = "${coffer.hash.interval}";

    /** How often content without a hash is looked for. */
    @WithDefault("2s")
    Duration interval();

    /**
     * Contents that one process hashes at the same time, at least one; a large one does not keep small ones waiting.
     */
    @WithDefault("2")
    int workers();

    /** How long after its last renewal, one every 30 s, a process that computes a hash is considered dead. */
    @WithDefault("2m")
    Duration lease();

    /** How long the bytes of content that turned out to be known are kept for downloads that have begun. */
    @WithDefault("1h")
    Duration grace();
}
