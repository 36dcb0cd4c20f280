package dev.coffer.acceptance.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in which a newer version of its service has left migrations that the present one does not know. */
final class NewerSchema implements AutoCloseable {
    private static final String SCRIPT = "of_a_newer_version.sql";
    /** One between those that there are, and one behind them. */
    private static final String ADD = """
            insert into flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            select rank + n, version, 'of a newer version', 'SQL', '%s', 1, current_user, 1, true
            from (select max(installed_rank) as rank from flyway_schema_history) present,
                 (values (1, '0.99'), (2, '9999')) newer (n, version)""".formatted(SCRIPT);

    private final String jdbcUrl;

    NewerSchema(String jdbcUrl) throws SQLException {
        this.jdbcUrl = jdbcUrl;
        execute(ADD);
    }

    @Override
    public void close() throws SQLException {
        execute("delete from flyway_schema_history where script = '" + SCRIPT + "'");
    }

    @Override
    public String toString() {
        return "migrations of a newer version";
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
