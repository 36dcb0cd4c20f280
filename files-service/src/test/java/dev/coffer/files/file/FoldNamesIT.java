package dev.coffer.files.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesServers;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FoldNamesIT {
    @Inject
    StoredFiles stored;

    @Inject
    DataSource database;

    @Inject
    Flyway flyway;

    @Test
    void namesOfAnEarlierVersionAreFoldedAnew() throws Exception {
        Project project = new Project("acme", "p" + UUID.randomUUID());
        long greek = stored.add(project, file -> file.name = "ΟΔΟΣ.pdf").id();
        long sharp = stored.add(project, file -> file.name = "Straße.pdf").id();
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("update file set folded_name = lower(name) where project = '" + project.name() + "'");
            new V7__FoldNames().migrate(new Upgrade(flyway.getConfiguration(), connection));
            assertThat(folded(connection, greek)).isEqualTo("οδοσ.pdf");
            assertThat(folded(connection, sharp)).isEqualTo("strasse.pdf");
        }
        assertThat(flyway.info().applied()).anyMatch(applied -> applied.getVersion().getVersion().equals("7"));
    }

    private static String folded(Connection connection, long id) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select folded_name from file where id = " + id)) {
            row.next();
            return row.getString(1);
        }
    }

    private record Upgrade(Configuration configuration, Connection connection) implements Context {
        @Override
        public Configuration getConfiguration() {
            return configuration;
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }
}
