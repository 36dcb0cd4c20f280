package dev.coffer.acceptance.fault;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertCdf;
import static dev.coffer.acceptance.harness.Refusal.assertComfy;
import static dev.coffer.acceptance.harness.Refusal.assertText;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Requires;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * An unexpected error (here: all tables are gone) is answered with 500 in the form of the API, without details of the
 * cause.
 */
@Order(3)
class UnexpectedErrorIT {

    @Test
    void assetsAnswerInTheirShape() {
        Assets assets = as(A).assets();
        String id = assets.create(Payloads.png(), "input");
        Payload known = Payloads.csv();
        as(A).userFiles().put(known.name(), known).expect(200);
        withoutTables("ASSET", () -> {
            assertOpaque(Answer.of(assets.list()));
            assertComfy(assets.list(), 500, "INTERNAL");
            assertComfy(assets.get(id), 500, "INTERNAL");
            assertComfy(assets.update(id, Map.of("name", "x")), 500, "INTERNAL");
            assertComfy(assets.fromHash(known.blake3(), "input"), 500, "INTERNAL");
            assertComfy(assets.upload(Payloads.png(), "tags", "input"), 500, "INTERNAL");
        });
        assets.get(id).then().statusCode(200);
    }

    @Test
    void userDataAnswersInItsShape() {
        Payload payload = Payloads.text("x");
        withoutTables("USERDATA", () -> {
            Answer answer = as(A).userFiles().put(payload.name(), payload);
            assertText(answer, 500);
            assertOpaque(answer);
            assertText(as(A).userFiles().get(payload.name()), 500);
        });
        as(A).userFiles().put(payload.name(), payload).expect(200);
    }

    @Test
    void cdfAnswersInItsShape() {
        withoutTables("FILES", () -> {
            Answer answer = Answer.of(as(A).cdf().create(Map.of("name", "n")));
            assertCdf(answer, 500);
            assertOpaque(answer);
        });
        as(A).cdf().created(Map.of("name", "n"));
    }

    private static void assertOpaque(Answer answer) {
        assertThat(answer.text()).doesNotContainIgnoringCase("sql", "relation", "exception", "org.", "java.");
    }

    private static void withoutTables(String service, Runnable test) {
        Requires.that(
                Environment.find("COFFER_JDBC_URL_" + service).isPresent(),
                "COFFER_JDBC_URL_" + service + " leads to the tables that are to be hidden");
        execute(service, "alter schema public rename to hidden");
        try {
            test.run();
        } finally {
            execute(service, "alter schema hidden rename to public");
        }
    }

    private static void execute(String service, String sql) {
        try (Connection connection = DriverManager.getConnection(Environment.get("COFFER_JDBC_URL_" + service));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
