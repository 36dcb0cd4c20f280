package dev.coffer.asset.fetch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.remote.FileServer;
import dev.coffer.asset.remote.FileServerResource;
import dev.coffer.asset.task.TaskLease;
import dev.coffer.asset.task.TaskTransactions;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(value = FileServerResource.class, restrictToAnnotatedClass = true)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "remote")})
class RemoteIT {
    private static final Owner ANN = Owner.user("remote", "ann");

    @ConfigProperty(name = "test.file-server", defaultValue = "none")
    String server;

    @ConfigProperty(name = "coffer.blob.url")
    String store;

    @Inject
    Rows rows;

    @Inject
    TaskTransactions tasks;

    @Test
    void anUploadByUrlIsAnUpload() {
        String body = "{\"url\":\"" + server + "/to?/a/" + UUID.randomUUID()
                + "\",\"name\":\"photo.png\",\"tags\":[\"input\"],"
                + "\"user_metadata\":{\"k\":null}}";
        Response first = upload(body);
        first.then().statusCode(201).body("created_new", equalTo(true), "name", equalTo("photo.png"),
                "mime_type", equalTo("image/png"), "tags", contains("input"), "hash",
                matchesPattern("blake3:[a-f0-9]{64}"),
                "user_metadata", hasKey("k"), "user_metadata.filename", equalTo("photo.png"));
        upload(body).then().statusCode(200).body("created_new", equalTo(false), "id", equalTo(first.path("id")));
        given().get("/api/assets/" + first.path("id") + "/content?redirect=false").then().statusCode(200)
                .body(matchesPattern(FileServer.CONTENT + "/a/.*"));
    }

    @ParameterizedTest
    @CsvSource({"/status/401, 403, UNAUTHORIZED_SOURCE", "/status/403, 403, ACCESS_FORBIDDEN",
        "/status/404, 404, RESOURCE_NOT_FOUND", "/status/500, 422, SOURCE_SERVER_ERROR",
        "/silent, 422, NETWORK_TIMEOUT",
        "/cut, 413, FILE_TOO_LARGE", "/page, 415, UNSUPPORTED_MEDIA_TYPE", "/hop/0, 422, HTTP_ERROR",
        "/to?http://127.0.0.1:1/x, 400, UNSUPPORTED_SOURCE"})
    void aSourceThatGivesNothingIsNamed(String path, int status, String code) {
        List<String> before = held();
        upload("{\"url\":\"" + server + path + "\",\"name\":\"a.png\"}").then().statusCode(status).body("code",
                equalTo(code));
        assertThat(held()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ | 400 | INVALID_JSON", "{} | 400 | INVALID_URL", "{\"url\":7} | 400 | INVALID_BODY",
        "{\"url\":\"file:///etc/passwd\",\"name\":\"a\"} | 400 | INVALID_URL_FORMAT",
        "{\"url\":\"http://u:p@127.0.0.1/\",\"name\":\"a\"} | 400 | INVALID_URL_FORMAT",
        "{\"url\":\"http://2130706433/\",\"name\":\"a\"} | 400 | UNSUPPORTED_SOURCE",
        "{\"url\":\"http://example.org/\"} | 400 | INVALID_BODY",
        "{\"url\":\"http://example.org/\",\"name\":\"a\",\"tags\":[\"missing\"]} | 422 | RESERVED_TAG",
        "{\"url\":\"http://example.org/\",\"name\":\"a\"} | 400 | UNSUPPORTED_SOURCE"
    })
    void aBadOrderIsRefused(String body, int status, String code) {
        upload(body).then().statusCode(status).body("code", equalTo(code), "error.code", equalTo(code));
    }

    @Test
    void metadataAreLookedAtWithoutTheContent() {
        look("/named/x").then().statusCode(200).body("filename", equalTo("mödel.safetensors"),
                "content_length", equalTo((FileServer.CONTENT + "/named/x").length()), "validation.is_valid",
                equalTo(true));
        look("/get-only/a.bin").then().statusCode(200).body("filename", equalTo("a.bin"));
        look("/to?/models/b.png").then().statusCode(200).body("final_url", equalTo(server + "/models/b.png"));
        look("/cut").then().statusCode(200).body("validation.is_valid", equalTo(false),
                "validation.errors[0].code", equalTo("FILE_TOO_LARGE"));
    }

    @ParameterizedTest
    @CsvSource({"/status/401, UNAUTHORIZED_SOURCE", "/status/404, RESOURCE_NOT_FOUND", "/status/429, RATE_LIMITED",
        "/silent, NETWORK_TIMEOUT"})
    void metadataThatCannotBeHadSayWhy(String path, String code) {
        look(path).then().statusCode(422).body("code", equalTo(code));
    }

    @Test
    void aUrlIsNeededToLookAt() {
        given().get("/api/assets/remote-metadata").then().statusCode(400).body("code", equalTo("INVALID_URL"));
        given().queryParam("url", "ftp://a/b").get("/api/assets/remote-metadata").then().statusCode(400)
                .body("code", equalTo("INVALID_URL_FORMAT"));
        given().queryParam("url", "http://nobody.invalid/").get("/api/assets/remote-metadata").then().statusCode(422)
                .body("code", equalTo("INVALID_HOST"));
    }

    @Test
    void aDownloadGoesOnInTheBackground() {
        String file = UUID.randomUUID() + ".safetensors";
        Response started = download("{\"source_url\":\"" + server + "/m/" + file + "\",\"tags\":[\"models\"]}");
        started.then().statusCode(202).body("status", equalTo("created"));
        JsonPath task = ended(started.path("task_id"));
        assertThat(task.getString("status")).isEqualTo("completed");
        assertThat(task.getString("payload.source_url")).endsWith(file);
        assertThat(task.getString("completed_at")).endsWith("Z");
        assertThat(task.getString("result.filename")).isEqualTo(file);
        assertThat(task.getLong("result.bytes_downloaded")).isPositive();
        given().get("/api/assets/" + task.getString("result.asset_id")).then().statusCode(200)
                .body("name", equalTo(file), "tags", contains("models"), "hash",
                        equalTo(task.getString("result.hash")));
    }

    @Test
    void aDownloadBelongsToTheRequestThatBeganIt() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String body = "{\"source_url\":\"" + server + "/m/" + trace + ".bin\"}";
        Response started = given().contentType("application/json").body(body).header("X-Request-Id", "test-" + trace)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").post("/api/assets/download");
        JsonPath task = ended(started.path("task_id"));
        assertThat(rows.ask("select request_id from task where id = ?::uuid", started.path("task_id").toString()))
                .containsExactly("test-" + trace);
        assertThat(rows.ask("select payload::json ->> 'traceparent' from outbox where record_key = ?",
                task.getString("result.asset_id"))).singleElement().asString().startsWith("00-" + trace + "-")
                .endsWith("-01");
    }

    @Test
    void aDownloadThatCannotBeHadHasFailedAndSaysWhy() {
        JsonPath task = ended(download("{\"source_url\":\"" + server + "/status/404\"}").path("task_id"));
        assertThat(task.getString("status")).isEqualTo("failed");
        assertThat(task.getString("error_message")).isEqualTo("The source has no such content.");
        assertThat(task.getBoolean("result.success")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | 400 | INVALID_URL", "{\"source_url\":\"http://example.org/\"} | 400 | UNSUPPORTED_SOURCE",
        "{\"source_url\":\"SERVER/a\",\"tags\":[\"missing\"]} | 422 | RESERVED_TAG",
        "{\"source_url\":\"SERVER/a\",\"preview_id\":\"x\"} | 400 | INVALID_BODY",
        "{\"source_url\":\"SERVER/a\",\"user_metadata\":[]} | 400 | INVALID_BODY"
    })
    void aBadOrderIsNoTask(String body, int status, String code) {
        List<String> before = rows.ask("select count(*) from task");
        download(body.replace("SERVER", server)).then().statusCode(status).body("code", equalTo(code));
        assertThat(rows.ask("select count(*) from task")).isEqualTo(before);
    }

    @Test
    void tasksOfOthersAreUnknown() {
        UUID theirs = give(Owner.user("remote", "bob"), "other");
        given().get("/api/tasks/" + theirs).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        given().get("/api/tasks/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/api/tasks/x").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        given().get("/api/tasks?task_name=other").then().statusCode(200).body("pagination.total", equalTo(0));
    }

    @Test
    void tasksAreListedPageByPage() {
        String name = UUID.randomUUID().toString();
        List<String> ids = List.of(give(ANN, name).toString(), give(ANN, name).toString(), give(ANN, name).toString());
        given().get("/api/tasks?limit=2&sort_order=asc&task_name=" + name).then().statusCode(200)
                .body("tasks.id", equalTo(ids.subList(0, 2)), "pagination.total", equalTo(3),
                        "pagination.has_more", equalTo(true), "pagination.limit", equalTo(2), "tasks[0]",
                        not(hasKey("result")));
        given().get("/api/tasks?offset=2&task_name=" + name).then().body("tasks.id", equalTo(ids.subList(0, 1)))
                .body("pagination.has_more", equalTo(false));
        given().get("/api/tasks?status=failed,completed&task_name=" + name).then().body("pagination.total", equalTo(0));
        given().get("/api/tasks?status=created&idempotency_key=" + name + ":" + ids.get(1)).then()
                .body("tasks.id", contains(ids.get(1)));
        given().get("/api/tasks?created_after=2999-01-01T00:00:00Z&task_name=" + name).then().body("pagination.total",
                equalTo(0));
        given().urlEncodingEnabled(false).get("/api/tasks?created_before=2999-01-01T00:00:00%2B02:00&task_name=" + name)
                .then()
                .body("pagination.total", equalTo(3));
        given().get("/api/tasks?offset=99999999999999999999&task_name=" + name).then().statusCode(200)
                .body("tasks.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "offset=-1", "status=x", "sort_order=up", "created_after=x",
        "task_name=%00"})
    void aBadQueryIs400(String query) {
        given().urlEncodingEnabled(false).get("/api/tasks?" + query).then().statusCode(400).body("code",
                equalTo("INVALID_QUERY"));
    }

    @Test
    void aTaskOfAWorkerThatDiedIsTakenAgainUntilItHasFailed() {
        String name = UUID.randomUUID().toString();
        UUID id = give(ANN, name);
        TaskLease first = tasks.take(name, Duration.ZERO, 2, Set.of()).orElseThrow();
        Optional<TaskLease> second = tasks.take(name, Duration.ZERO, 2, Set.of());
        assertThat(second).isPresent();
        assertThat(tasks.renew(first, Duration.ofHours(1))).as("the first worker has lost it").isFalse();
        tasks.fail(first, "too late");
        assertThat(rows.ask("select status from task where id = ?", id)).containsExactly("running");
        assertThat(tasks.take(name, Duration.ZERO, 2, Set.of())).as("so often it was tried").isEmpty();
        assertThat(rows.ask("select status from task where id = ?", id)).containsExactly("failed");
    }

    @Test
    void aTaskThatIsHeldIsNotGivenToAnotherWorker() {
        String name = UUID.randomUUID().toString();
        give(ANN, name);
        TaskLease held = tasks.take(name, Duration.ofHours(1), 2, Set.of()).orElseThrow();
        assertThat(tasks.take(name, Duration.ofHours(1), 2, Set.of())).isEmpty();
        tasks.postpone(held, "later", Duration.ofHours(1));
        assertThat(tasks.take(name, Duration.ofHours(1), 2, Set.of())).isEmpty();
    }

    @Test
    void aTenantThatHasEnoughIsPassedOver() {
        String name = UUID.randomUUID().toString();
        give(ANN, name);
        UUID later = give(Owner.user("another", "bob"), name);
        assertThat(tasks.take(name, Duration.ofHours(1), 2, Set.of("remote", "another"))).isEmpty();
        assertThat(tasks.take(name, Duration.ofHours(1), 2, Set.of("remote"))).map(TaskLease::id).hasValue(later);
    }

    @Test
    void aDownloadOfAnotherTenantGoesOnBesideSlowOnes() {
        String first = download("{\"source_url\":\"" + server + "/held/1\"}").path("task_id");
        String second = download("{\"source_url\":\"" + server + "/held/2\"}").path("task_id");
        UUID other = tasks.give(new Caller("another", "bob", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), "bob"),
                Owner.user("another", "bob"), DownloadService.TASK,
                new DownloadRequest(server + "/m/" + UUID.randomUUID(), null, null, null));
        Instant end = Instant.now().plusSeconds(20);
        while (!status(other).equals("completed") && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(status(other)).isEqualTo("completed");
        assertThat(status(UUID.fromString(second))).isEqualTo("created");
        given().get(server + "/let-go").then().statusCode(200);
        assertThat(ended(first).getString("status")).isEqualTo("completed");
        assertThat(ended(second).getString("status")).isEqualTo("completed");
    }

    private String status(UUID task) {
        return rows.ask("select status from task where id = ?", task).getFirst();
    }

    private UUID give(Owner owner, String name) {
        Caller caller =
                new Caller(owner.tenant(), "somebody", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), owner.key());
        return tasks.give(caller, owner, name, Map.of("k", 1));
    }

    private Response upload(String body) {
        return given().contentType("application/json").body(body).post("/api/assets");
    }

    private Response look(String path) {
        return given().queryParam("url", server + path).get("/api/assets/remote-metadata");
    }

    private Response download(String body) {
        return given().contentType("application/json").body(body).post("/api/assets/download");
    }

    private JsonPath ended(String task) {
        Instant end = Instant.now().plusSeconds(20);
        JsonPath found = given().get("/api/tasks/" + task).jsonPath();
        while (found.get("completed_at") == null && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = given().get("/api/tasks/" + task).jsonPath();
        }
        return found;
    }

    private List<String> held() {
        return given().get(store + "/held/remote").asString().lines().sorted().toList();
    }
}
