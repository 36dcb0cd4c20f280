package dev.coffer.common.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where blob-service is, and how transfer links are made. */
@ConfigMapping(prefix = "coffer")
public interface BlobConfig {
    /** The only source of absolute links; in production the host that clients see. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Secret of at least 32 characters that all services share; signed links are made and checked with it. */
    Optional<String> signingKey();

    Blob blob();

    interface Blob {
        /** Base URL of blob-service inside of the cluster. */
        @WithDefault("http://localhost:8084")
        URI url();

        /** How long a download link of the Comfy APIs can be used to start a download. */
        @WithDefault("5m")
        Duration linkLife();
    }
}
