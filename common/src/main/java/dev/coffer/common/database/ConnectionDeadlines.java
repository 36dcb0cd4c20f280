package dev.coffer.common.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Gives every connection of the pool a deadline for each statement and for waiting for locks. PostgreSQL applies
 * it even if the service is gone. Connections that were opened for migrations, before the service had started, have
 * none; they are not used afterwards.
 */
@ApplicationScoped
public class ConnectionDeadlines implements AgroalPoolInterceptor {
    private static final Duration SHORTEST_STATEMENT = Duration.ofSeconds(1);
    private static final Duration SHORTEST_LOCK = Duration.ofMillis(100);

    private final String settings;
    private volatile boolean up;

    ConnectionDeadlines(DatabaseConfig config) {
        check("coffer.database.statement-timeout", config.statementTimeout(), SHORTEST_STATEMENT);
        check("coffer.database.lock-timeout", config.lockTimeout(), SHORTEST_LOCK);
        if (config.lockTimeout().compareTo(config.statementTimeout()) >= 0) {
            throw new IllegalArgumentException(
                    "coffer.database.lock-timeout must be shorter than coffer.database.statement-timeout");
        }
        this.settings = "set statement_timeout = " + config.statementTimeout().toMillis()
                + "; set lock_timeout = " + config.lockTimeout().toMillis();
    }

    /** 0 would mean no deadline. */
    private static void check(String key, Duration value, Duration shortest) {
        if (value.compareTo(shortest) < 0 || value.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    key + " must be at least " + shortest.toMillis() + " ms, and at most 24 days");
        }
    }

    void start(@Observes StartupEvent event, AgroalDataSource database) {
        up = true;
        database.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        if (up) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings);
            } catch (SQLException e) {
                throw new IllegalStateException("A connection to the database could not be given its deadlines", e);
            }
        }
    }
}
