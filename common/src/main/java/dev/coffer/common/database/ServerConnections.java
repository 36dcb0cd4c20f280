package dev.coffer.common.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How many connections PostgreSQL has.
 *
 * @param all of the server, without those that are reserved for others
 * @param role of the role of this service; negative for any number
 */
record ServerConnections(long all, long role) {
    private static final String QUERY = """
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                    - coalesce(current_setting('reserved_connections', true)::int, 0),
                (select rolconnlimit from pg_roles where rolname = current_user)""";

    static ServerConnections read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerConnections(row.getLong(1), row.getLong(2));
        }
    }

    /**
     * What an operator should know.
     *
     * @param pool connections of one process
     * @return empty if there are enough connections for all
     */
    Optional<String> warning(int pool, ReplicaConfig replicas) {
        if (replicas.services() == 0) {
            return Optional.empty();
        }
        long own = (long) pool * replicas.max();
        long wanted = own * replicas.services();
        if (wanted > all) {
            return Optional
                    .of(("%d connections (quarkus.datasource.jdbc.max-size) of %d replicas (coffer.replicas.max) of"
                            + " %d services (coffer.replicas.services) are %d, and PostgreSQL has %d: with more than %d for each"
                            + " process, requests will fail when all are busy. Lower the first, raise max_connections, or put a"
                            + " pooler in between.")
                            .formatted(pool, replicas.max(), replicas.services(), wanted, all, all * pool / wanted));
        }
        if (role >= 0 && own > role) {
            return Optional
                    .of(("%d connections (quarkus.datasource.jdbc.max-size) of %d replicas (coffer.replicas.max) are"
                            + " %d, and the role of this service in PostgreSQL may have %d: raise its CONNECTION LIMIT.")
                            .formatted(pool, replicas.max(), own, role));
        }
        return Optional.empty();
    }
}
