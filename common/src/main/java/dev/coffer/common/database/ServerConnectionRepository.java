package dev.coffer.common.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Asks PostgreSQL how many connections it has. */
final class ServerConnectionRepository {
    private static final String QUERY = """
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                    - coalesce(current_setting('reserved_connections', true)::int, 0),
                (select rolconnlimit from pg_roles where rolname = current_user)""";

    private ServerConnectionRepository() {}

    static ServerConnections read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerConnections(row.getLong(1), row.getLong(2));
        }
    }
}
