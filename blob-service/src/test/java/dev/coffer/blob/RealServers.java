package dev.coffer.blob;

import dev.coffer.localstack.LocalServers;
import dev.coffer.localstack.S3Server;
import dev.coffer.testing.ServiceServers;
import java.util.Map;

/** PostgreSQL and S3 for tests of the whole service; events stay in the outbox. */
public class RealServers extends ServiceServers {
    public RealServers() {
        super("blob");
    }

    @Override
    protected Map<String, String> settings() {
        S3Server store = LocalServers.minio().orElseGet(LocalServers::s3proxy);
        store.createBucket("coffer");
        return Map.of(
                "coffer.s3.endpoint", store.url(),
                "coffer.s3.access-key", store.accessKey(),
                "coffer.s3.secret-key", store.secretKey(),
                "coffer.hash.grace", "0s",
                "quarkus.oidc.tenant-enabled", "false");
    }
}
