package dev.coffer.userdata;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The service of a test on a real PostgreSQL. Kafka, blob-service and the identity provider are away: what is
 * meant for them stays in the tables, where a test can count it.
 */
public class UserdataServers implements QuarkusTestResourceLifecycleManager {
    private static final String NOBODY = "http://127.0.0.1:1";

    @Override
    public Map<String, String> start() {
        Database database = LocalServers.postgres().createDatabase("userdata");
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.username", database.username()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:1"),
                Map.entry("coffer.blob.url", NOBODY),
                Map.entry("coffer.userdata.max-file-size", "1000"),
                Map.entry("coffer.session.per-person", "20"),
                Map.entry("quarkus.oidc.auth-server-url", NOBODY + "/realms/coffer"),
                Map.entry("coffer.signing-key", "a secret of at least 32 characters"));
    }

    @Override
    public void stop() {
        // the server ends with the JVM
    }
}
