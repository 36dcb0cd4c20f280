package dev.coffer.common.blobclient;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where blob-service is. */
@ConfigMapping(prefix = "coffer.blob")
public interface BlobConfig {
    /** Base URL of blob-service inside of the cluster. */
    @WithDefault("http://localhost:8084")
    URI url();

    /** How long a download link of the Comfy APIs can be used to start a download. */
    @WithDefault("5m")
    Duration linkLife();
}
