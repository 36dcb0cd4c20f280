package dev.coffer.files.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How content comes in. */
@ConfigMapping(prefix = "coffer.files")
interface UploadLinkConfig {
    /** How long an upload link can be used; the SDKs expect a week. */
    @WithDefault("7d")
    Duration uploadLinkLife();

    /** Largest content of one PUT; 413 above. */
    @WithDefault("5G")
    MemorySize maxUpload();

    /** Largest part of an upload in several parts; 413 above. */
    @WithDefault("4000M")
    MemorySize maxPart();
}
