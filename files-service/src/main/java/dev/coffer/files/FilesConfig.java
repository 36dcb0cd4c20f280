package dev.coffer.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How content goes in and out. */
@ConfigMapping(prefix = "coffer.files")
public interface FilesConfig {
    /** How long an upload link can be used; the SDKs expect a week. */
    @WithDefault("7d")
    Duration uploadLinkLife();

    /** Largest content of one PUT; 413 above. */
    @WithDefault("5G")
    MemorySize maxUpload();

    /** Largest part of an upload in several parts; 413 above. */
    @WithDefault("4000M")
    MemorySize maxPart();

    /** Whether a file can carry only labels that somebody has defined: else 400 with {@code missing}. */
    @WithDefault("false")
    boolean strictLabels();

    /** How long a download link can start a download. */
    @WithDefault("30s")
    Duration downloadLinkLife();

    /** The same with {@code extendedExpiration=true}. */
    @WithDefault("1h")
    Duration extendedDownloadLinkLife();
}
