package dev.coffer.blob.store;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Looks into the store behind the service's back. */
@ApplicationScoped
public class StoredObjects {
    private final S3Config config;

    StoredObjects(S3Config config) {
        this.config = config;
    }

    /** The keys of all objects of a tenant. */
    public List<String> keys(String tenant) throws Exception {
        List<String> keys = new ArrayList<>();
        try (MinioClient client = MinioClient.builder()
                .endpoint(config.endpoint().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region(config.region())
                .build()) {
            var objects = client.listObjects(ListObjectsArgs.builder()
                    .bucket(config.bucket())
                    .prefix("t-" + tenant + "/")
                    .recursive(true)
                    .build());
            for (var object : objects) {
                keys.add(object.get().objectName());
            }
        }
        return keys;
    }
}
