package dev.coffer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Rows that an earlier version has written, after the migrations that change what is kept of them. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class UpgradeIT {
    private final String schema = "upgrade_" + UUID.randomUUID().toString().substring(0, 8);
    private static final String ROW = """
            insert into asset (tenant, owner, id, name, folded_name, content_ref, size, mime_type, tags, user_metadata, file_path,
                metadata, created_by, created_at, updated_at, last_access_time)
            values ('t', 'o', gen_random_uuid(), '%s', '%s', gen_random_uuid(), 1, 'image/png', '%s', '%s', %s, '{}', 's',
                now(), now(), now())""";

    @Inject
    DataSource database;

    @Test
    void whatLedToAFileIsKept() throws SQLException {
        migrate("8");
        run(row("plain.png", "{}", "{}", null));
        run(row("in.png", "{input,a}", "{\"subfolder\":\"pasted\"}", null));
        run(row("both.png", "{input,output}", "{\"filename\":\"given.png\"}", null));
        run(row("label", "{output,uploaded}",
                "{\"filename\":\"image (1).png\",\"subfolder\":\"" + "ä".repeat(600) + "\"}", null));
        run(row("odd.png", "{temp,uploaded}", "{\"filename\":5}", null));
        run(row("step.png", "{input,uploaded}", "{\"filename\":\"a/b\"}", null));
        run(row("m.png", "{}", "{}", "input/x/y/m.png"));
        run(row("n.png", "{temp}", "{}", "n.png"));
        run(row("o.bin", "{models}", "{}", "models/checkpoints/o.bin"));
        migrate("9");
        assertPlaces("plain.png", "||plain.png");
        assertPlaces("in.png", "input|pasted|in.png");
        assertPlaces("both.png", "input||both.png");
        assertPlaces("label", "output|" + "ä".repeat(600) + "|image (1).png");
        assertPlaces("odd.png", "temp||odd.png");
        assertPlaces("step.png", "input||step.png");
        assertPlaces("m.png", "input|x/y|m.png");
        assertPlaces("n.png", "temp||n.png");
        assertPlaces("o.bin", "|models/checkpoints|o.bin");
    }

    @Test
    void namesAreFoldedAnew() throws SQLException {
        migrate("9");
        run("delete from asset");
        run(row("οδος", "{}", "{}", null));
        run(row("ß", "{}", "{}", null));
        migrate("10");
        assertThat(ask("select string_agg(folded_name, ' ' order by folded_name) from asset")).isEqualTo("ss οδοσ");
    }

    @Test
    void whatMayBeReusedIsKept() throws SQLException {
        migrate("19");
        run("delete from asset");
        run(equal("first", "'h1'", "'h1'"));
        run(equal("repeats", "'h1'", "'h1 and an id'"));
        run(equal("own", "'h1'", "null"));
        migrate("20");
        // As a version writes that knows nothing of the new columns.
        run(equal("older first", "'h2'", "'h2'"));
        run(equal("older repeats", "'h2'", "'h2 and an id'"));
        run(equal("older own", "'h2'", "null"));
        migrate("23");
        assertReuse("first", "true false");
        assertReuse("repeats", "true true");
        assertReuse("own", "false false");
        assertReuse("older first", "true false");
        assertReuse("older repeats", "true true");
        assertReuse("older own", "false false");
        assertThatThrownBy(() -> run(equal("second", "'h1'", "'h1'"))).hasMessageContaining("asset_first_of_bytes");
    }

    private static String equal(String name, String hash, String key) {
        return row(name, "{}", "{}", null)
                .replace("last_access_time)", "last_access_time, hash, dedup_key)")
                .replace("now(), now())", "now(), now(), " + hash + ", " + key + ")");
    }

    private void assertReuse(String name, String reuse) throws SQLException {
        assertThat(ask("select reusable || ' ' || repeats from asset where name = '" + name + "'")).isEqualTo(reuse);
    }

    private static String row(String name, String tags, String metadata, String path) {
        return ROW.formatted(name, name, tags, metadata, path == null ? "null" : "'" + path + "'");
    }

    private void assertPlaces(String name, String place) throws SQLException {
        assertThat(ask(
                "select file_type || '|' || file_folder || '|' || file_name from asset where name = '" + name + "'"))
                .isEqualTo(place);
    }

    private void migrate(String version) {
        Flyway.configure().dataSource(database).schemas(schema).defaultSchema(schema)
                .locations("db/migration", "db/outbox", "db/release").target(version).load().migrate();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + schema + ", public");
            statement.execute(sql);
            statement.execute("reset search_path");
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + schema + ", public");
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            } finally {
                statement.execute("reset search_path");
            }
        }
    }
}
