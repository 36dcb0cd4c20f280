package dev.coffer.files.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What becomes of uploads that never happened. */
@ConfigMapping(prefix = "coffer.files.expiry")
public interface ExpiryConfig {
    /** {@link #interval()}, for a schedule. */
    String INTERVAL = "${coffer.files.expiry.interval}";

    /** How often files that never got content are looked for. */
    @WithDefault("60s")
    Duration interval();

    /** How long an upload that has lapsed is remembered, so that completing it again is answered as before. */
    @WithDefault("2d")
    Duration uploadsKept();

    /** How long the files of a batch are left to the process that has claimed them, which may have died. */
    @WithDefault("5m")
    Duration claim();

    /** Files in one batch. */
    @WithDefault("100")
    int batchSize();
}
