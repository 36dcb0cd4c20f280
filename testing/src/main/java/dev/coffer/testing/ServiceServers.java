package dev.coffer.testing;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the service of a test on a real PostgreSQL. Kafka, the other services and the identity provider are away unless
 * {@link #settings()} says where they are: what is meant for them stays in the tables, where a test can count it.
 */
public abstract class ServiceServers implements QuarkusTestResourceLifecycleManager {
    /** The key that signs links and cursors in tests. */
    public static final String SIGNING_KEY = "a-signing-key-of-the-tests-0123456789";

    private static final String UNREACHABLE = "127.0.0.1:1";

    private final String database;

    /** With a database of this name. */
    protected ServiceServers(String database) {
        this.database = database;
    }

    @Override
    public Map<String, String> start() {
        Database own = LocalServers.postgres().createDatabase(database);
        Map<String, String> all = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", own.jdbcUrl(),
                "quarkus.datasource.username", own.username(),
                "quarkus.datasource.password", own.password(),
                "kafka.bootstrap.servers", UNREACHABLE,
                "coffer.blob.url", "http://" + UNREACHABLE,
                "quarkus.oidc.auth-server-url", "http://" + UNREACHABLE + "/realms/coffer",
                "coffer.signing-key", SIGNING_KEY));
        all.putAll(settings());
        return all;
    }

    /** What the service is told besides; goes before what all services are told. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public void stop() {
        // The servers end with the JVM: other tests use them too.
    }
}
