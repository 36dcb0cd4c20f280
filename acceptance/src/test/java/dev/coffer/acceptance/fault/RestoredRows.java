package dev.coffer.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.stack.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether all databases and the bucket fit together, asked with the queries that the page for operators has for it. */
final class RestoredRows {
    private static final Path PAGE = Path.of("..", "docs", "operations.md");
    private static final Pattern QUERY = Pattern.compile("psql -At -d (\\w+) -c \"([^\"]+)\"");

    private RestoredRows() {}

    /** Asserts that what rows name is there: references in blob-service, and objects in the bucket. */
    static void assertComplete() throws IOException, SQLException {
        List<String> wanted = new ArrayList<>();
        List<String> given = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        for (MatchResult query : QUERY.matcher(Files.readString(PAGE)).results().toList()) {
            List<String> into = !query.group(1).equals("blob") ? wanted
                    : query.group(2).contains("object_key") ? objects : given;
            into.addAll(rows(query.group(1), query.group(2)));
        }
        assertThat(wanted).as("references that rows of the services name").isNotEmpty().isSubsetOf(given);
        assertThat(objects).as("objects that rows of blob-service name").isNotEmpty()
                .allMatch(key -> Files.exists(Backup.bucket().resolve(key)));
    }

    private static List<String> rows(String database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        String url = Environment.get("COFFER_JDBC_URL_" + database.toUpperCase(Locale.ROOT));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
