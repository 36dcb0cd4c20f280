package dev.coffer.files.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.text.Text;
import dev.coffer.files.FilesServers;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FoldNamesIT {
    private static final String LETTERS = "µßıŉſǰΐΰςϐϑϕϖϰϱϵẖẗẘẙẚẛὐᾀᾳιῆῼﬁﬅﬓꭰÄбя漢字 plain";

    @Inject
    StoredFiles stored;

    @Inject
    DataSource database;

    @Test
    void namesOfAnEarlierVersionAreFoldedAnew() throws Exception {
        Project project = new Project("acme", "p" + UUID.randomUUID());
        long greek = stored.add(project, file -> file.name = "ΟΔΟΣ.pdf").id();
        long sharp = stored.add(project, file -> file.name = "Straße.pdf").id();
        String name = Character.toString(0x100) + LETTERS;
        long every = stored.add(project, file -> file.name = name).id();
        try (Connection connection = database.getConnection()) {
            small(connection, greek, "οδος.pdf");
            small(connection, sharp, "straße.pdf");
            small(connection, every, name.toLowerCase(Locale.ROOT));
            connection.createStatement().execute(migration());
            assertThat(folded(connection, greek)).isEqualTo("οδοσ.pdf");
            assertThat(folded(connection, sharp)).isEqualTo("strasse.pdf");
            assertThat(folded(connection, every)).isEqualTo(Text.folded(name));
        }
    }

    private static void small(Connection connection, long id, String name) throws SQLException {
        connection.createStatement().execute("update file set folded_name = '" + name + "' where id = " + id);
    }

    private static String folded(Connection connection, long id) throws SQLException {
        try (ResultSet row =
                connection.createStatement().executeQuery("select folded_name from file where id = " + id)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String migration() throws IOException {
        try (InputStream sql = FoldNamesIT.class.getResourceAsStream("/db/migration/V7__folded_names.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
