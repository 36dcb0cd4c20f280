package dev.coffer.localstack;

import dev.coffer.localstack.component.Passwords;
import dev.coffer.localstack.component.postgres.Databases;
import dev.coffer.localstack.component.postgres.PostgresComponent;

/** A real PostgreSQL of this JVM. */
public final class PostgresServer {
    private final PostgresComponent component;

    PostgresServer() {
        // Only a crash of the whole machine could lose data.
        component = new PostgresComponent(TestServers.layout(), TestServers.port("postgres"),
                TestServers.remembered("postgres.password", Passwords::password), "fsync=off");
    }

    /** Creates a database with an owner of the same name, or returns the one that was created before, with its data. */
    public Database createDatabase(String name) {
        String password = TestServers.remembered("database." + name + ".password", Passwords::password);
        return TestServers.exclusively(() -> {
            new Databases(component).ensure(name, password);
            return new Database(component.jdbcUrl(name), name, password);
        });
    }

    /** The database {@code postgres}, as the administrator. */
    public Database administrator() {
        return new Database(component.jdbcUrl("postgres"), PostgresComponent.ADMINISTRATOR,
                TestServers.remembered("postgres.password", Passwords::password));
    }

    /** Starts it, or does nothing when it runs; same port, same data. */
    public PostgresServer start() {
        TestServers.start(component);
        return this;
    }

    /** Stops it, breaking open connections. */
    public void stop() {
        TestServers.stop(component);
    }
}
