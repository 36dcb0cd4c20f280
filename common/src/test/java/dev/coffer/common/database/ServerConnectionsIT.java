package dev.coffer.common.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ServerConnectionsIT {
    @Test
    void areThoseOfTheServerAndOfTheRole() throws SQLException {
        Database target = LocalServers.postgres().createDatabase("limits");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(target.jdbcUrl());
        database.setUser(target.username());
        database.setPassword(target.password());
        int most;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("show max_connections")) {
            row.next();
            most = row.getInt(1);
        }
        assertThat(ServerConnectionRepository.read(database)).isEqualTo(new ServerConnections(most - 3, -1));
    }

    @Test
    void isEnoughForFourServicesOfOneReplica() {
        assertThat(new ServerConnections(97, -1).warning(24, replicas(1, 4))).isEmpty();
    }

    @Test
    void isNotEnoughForMore() {
        assertThat(new ServerConnections(97, -1).warning(24, replicas(2, 4)).orElseThrow())
                .contains("are 192, and PostgreSQL has 97", "more than 12 for each process");
        assertThat(new ServerConnections(97, -1).warning(25, replicas(1, 4))).isPresent();
        assertThat(new ServerConnections(500, 40).warning(24, replicas(2, 4)).orElseThrow())
                .contains("are 48", "may have 40", "CONNECTION LIMIT");
    }

    @Test
    void isNotComparedBehindAPooler() {
        assertThat(new ServerConnections(97, 1).warning(24, replicas(10, 0))).isEmpty();
    }

    private static ReplicaConfig replicas(int max, int services) {
        return new ReplicaConfig() {
            @Override
            public int max() {
                return max;
            }

            @Override
            public int services() {
                return services;
            }
        };
    }
}
