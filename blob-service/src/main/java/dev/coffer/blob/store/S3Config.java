package dev.coffer.blob.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The S3 store that keeps the bytes: MinIO or any other. */
@ConfigMapping(prefix = "coffer.s3")
public interface S3Config {
    /** Base URL of the store inside of the cluster. */
    @WithDefault("http://localhost:8103")
    URI endpoint();

    /** Region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** Bucket; it must exist. */
    @WithDefault("coffer")
    String bucket();

    String accessKey();

    String secretKey();
}
