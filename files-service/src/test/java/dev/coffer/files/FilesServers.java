package dev.coffer.files;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The service of a test on a real PostgreSQL and a real Kafka; blob-service and the identity provider are away. */
public class FilesServers implements QuarkusTestResourceLifecycleManager {
    private static final String NOBODY = "http://127.0.0.1:1";

    @Override
    public Map<String, String> start() {
        Database database = LocalServers.postgres().createDatabase("files");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", LocalServers.kafka().bootstrapServers(),
                "coffer.blob.url", NOBODY,
                "quarkus.oidc.auth-server-url", NOBODY + "/realms/coffer",
                "coffer.signing-key", "a secret of at least 32 characters");
    }

    @Override
    public void stop() {
        // the servers end with the JVM
    }
}
