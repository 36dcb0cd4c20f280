package dev.coffer.asset;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real PostgreSQL, and nobody else: what the outbox has to send stays in it, where tests can look at it.
 */
public class RealDatabase implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Database database = LocalServers.postgres().createDatabase("asset");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", "localhost:1",
                "coffer.signing-key", "only for tests, only for tests, only for tests");
    }

    @Override
    public void stop() {
        // The server ends with the JVM: other tests use it too.
    }
}
