package dev.coffer.blob;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import dev.coffer.localstack.S3Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL and S3 for tests of the whole service; events stay in the outbox. */
public class RealServers implements QuarkusTestResourceLifecycleManager {
    public static final String SIGNING_KEY = "a-signing-key-of-the-tests-0123456789";

    @Override
    public Map<String, String> start() {
        Database database = LocalServers.postgres().createDatabase("blob");
        S3Server store = LocalServers.minio().orElseGet(LocalServers::s3proxy);
        store.createBucket("coffer");
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", database.username());
        config.put("quarkus.datasource.password", database.password());
        config.put("coffer.s3.endpoint", store.url());
        config.put("coffer.s3.access-key", store.accessKey());
        config.put("coffer.s3.secret-key", store.secretKey());
        config.put("coffer.signing-key", SIGNING_KEY);
        config.put("coffer.hash.grace", "0s");
        config.put("quarkus.oidc.tenant-enabled", "false");
        config.put("kafka.bootstrap.servers", "localhost:1");
        return config;
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
