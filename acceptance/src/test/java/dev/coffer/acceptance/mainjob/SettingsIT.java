package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Settings: of a person, kept key by key, also when others save at the same time. */
@Order(10)
class SettingsIT {
    private static final int PAGES = 8;
    private static final int KEYS = 5;

    private final String prefix = unique("Coffer.Test");

    @Test
    void pagesThatSaveAtTheSameMomentLoseNothing() throws InterruptedException, ExecutionException {
        Tokens.access(A);
        try (ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> saves = IntStream.range(0, PAGES).mapToObj(this::save).toList();
            for (Future<Response> answer : pages.invokeAll(saves)) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
        Map<String, Object> kept = settings(as(A));
        for (int page = 0; page < PAGES; page++) {
            assertThat(kept).containsAllEntriesOf(entries(page)).containsKey(prefix + ".shared");
        }
    }

    @Test
    void settingsArePersonalInATeamAsWell() {
        String team = Environment.get("COFFER_WORKSPACE_TEAM");
        as(A).in(team).json(Map.of(prefix, "mine")).post("/api/settings").then().statusCode(200);
        assertThat(settings(as(A))).containsEntry(prefix, "mine");
        assertThat(settings(as(A2).in(team))).doesNotContainKey(prefix);
    }

    @Test
    void theyAreAFileThatIsReadOnly() {
        as(A).json("\"ä 🌙\"").post("/api/settings/" + prefix).then().statusCode(200);
        Map<String, Object> file = as(A).userFiles().get("comfy.settings.json").jsonPath().getMap("");
        assertThat(file).containsEntry(prefix, "ä 🌙");
        assertThat(as(A).request().body("{}").post("/api/userdata/comfy.settings.json").statusCode()).isEqualTo(403);
        assertThat(settings(as(A))).containsEntry(prefix, "ä 🌙");
    }

    /** Keys of one page only, and one that all pages save. */
    private Callable<Response> save(int page) {
        Map<String, Object> entries = entries(page);
        entries.put(prefix + ".shared", page);
        return () -> as(A).json(entries).post("/api/settings");
    }

    private Map<String, Object> entries(int page) {
        return IntStream.range(0, KEYS).boxed()
                .collect(Collectors.toMap(key -> prefix + "." + page + "." + key, key -> page * KEYS + key));
    }

    private static Map<String, Object> settings(Client client) {
        return client.request().get("/api/settings").then().statusCode(200).extract().jsonPath().getMap("");
    }
}
