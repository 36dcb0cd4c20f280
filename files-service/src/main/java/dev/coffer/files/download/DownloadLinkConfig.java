package dev.coffer.files.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How content goes out. */
@ConfigMapping(prefix = "coffer.files")
interface DownloadLinkConfig {
    /** How long a download link can start a download. */
    @WithDefault("30s")
    Duration downloadLinkLife();

    /** The same with {@code extendedExpiration=true}. */
    @WithDefault("1h")
    Duration extendedDownloadLinkLife();
}
