package dev.coffer.userdata.setting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.Crowd;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "sue")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "sue"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "studio")
})
class SettingIT {
    private static final String TEXT = "text/plain;charset=UTF-8";

    @Inject
    SettingService settings;

    @Inject
    Rows rows;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void nothingSet() {
        rows.execute("delete from setting");
    }

    @Test
    void whoHasSetNothingHasAnEmptyObject() {
        given().get("/api/settings").then().statusCode(200).contentType("application/json").body("$", anEmptyMap());
        given().get("/settings/Comfy.X").then().statusCode(200).body(equalTo("null"));
    }

    @Test
    void theFrontEndSetsOneWithATextBody() {
        set("/api/settings/Comfy.InstalledVersion", "\"1.58.1\"", 200).body(equalTo("\"1.58.1\""));
        given().get("/api/settings/Comfy.InstalledVersion").then().statusCode(200).body(equalTo("\"1.58.1\""));
        given().get("/api/settings").then().body("'Comfy.InstalledVersion'", equalTo("1.58.1"));
    }

    @Test
    void aMergeLeavesOthersAloneAndKeepsNulls() {
        set("/settings", "{\"a\":1,\"b\":{\"c\":[null,true]}}", 200).body("a", equalTo(1));
        set("/api/settings", "{\"a\":null}", 200).body("$", hasKey("a")).body("b.c[1]", equalTo(true));
        given().get("/api/settings/a").then().body(equalTo("null"));
        set("/api/settings", "{}", 200).body("$", hasKey("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0", "-1.5", "1e400", "12345678901234567890", "true", "\"\"", "[]", "{\"a\":{\"b\":null}}", "\"é😀\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\\\\\\"\""
    })
    void anyValueComesBackAsItWas(String value) throws Exception {
        set("/api/settings/any", value, 200);
        String back = given().get("/api/settings/any").asString();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(back)).isEqualTo(json.readTree(value));
        given().get("/api/settings").then().statusCode(200).body("$", hasKey("any"));
    }

    @ParameterizedTest
    @CsvSource({
        "Comfy.A%2FB, Comfy.A/B", "a/b, a/b", "../x, ../x", "a;b=c, a;b=c", "%41+%20, 'A+ '", "100%25, 100%",
        "%252F, %2F", "a%0Ab, 'a\nb'"
    })
    void idsAreTakenAsTheyAre(String raw, String key) {
        given().urlEncodingEnabled(false).contentType(TEXT).body("1").post("/api/settings/" + raw).then()
                .statusCode(200);
        assertThat(rows.texts("select key from setting")).containsExactly(key);
        given().urlEncodingEnabled(false).get("/settings/" + raw).then().statusCode(200).body(equalTo("1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "/api/settings | { | INVALID_JSON", "/api/settings | - | INVALID_JSON", "/api/settings | [] | INVALID_BODY",
        "/api/settings | null | INVALID_BODY", "/api/settings | \"a\" | INVALID_BODY",
        "/api/settings | {\"\":1} | INVALID_BODY", "/api/settings | {\"a\\u0000\":1} | INVALID_BODY",
        "/api/settings | {\"\\ud800\":1} | INVALID_JSON", "/api/settings/a | undefined | INVALID_JSON",
        "/api/settings/a | - | INVALID_JSON", "/api/settings/a | 1 2 | INVALID_JSON",
        "/api/settings | {} {} | INVALID_JSON", "/api/settings/a%00 | 1 | INVALID_BODY",
        "/api/settings/%ff | 1 | INVALID_PATH", "/api/settings/ | 1 | INVALID_BODY"
    })
    void whatCannotBeKeptIsRefused(String path, String body, String code) {
        set(path, body == null ? "" : body, 400).body("code", equalTo(code));
        assertThat(rows.texts("select key from setting")).isEmpty();
    }

    @Test
    void longIdsAndDeepValuesAreRefused() {
        set("/api/settings/" + "a".repeat(501), "1", 400);
        set("/api/settings/a", "[".repeat(5000) + "]".repeat(5000), 400);
        set("/api/settings/a", "1e99999999999", 400);
    }

    @Test
    void allTogetherHaveALimit() {
        String value = "\"" + "x".repeat(3 << 20) + "\"";
        set("/api/settings/a", value, 200);
        set("/api/settings/b", value, 200);
        set("/api/settings/c", value, 413).body("code", equalTo("FILE_TOO_LARGE"));
        assertThat(rows.texts("select key from setting")).containsExactlyInAnyOrder("a", "b");
        set("/api/settings/a", "1", 200);
    }

    @Test
    void whatIsCountedIsWhatIsAnswered() {
        // Escaped, a key of control characters is six times as long as it looks.
        String key = "\\u0001".repeat(490);
        for (int i = 0; i < 5; i++) {
            StringBuilder many = new StringBuilder("{");
            for (int j = 0; j < 600; j++) {
                many.append(j == 0 ? "" : ",").append('"').append(key).append(i * 600 + j).append("\":0");
            }
            given().contentType(TEXT).body(many.append('}').toString()).post("/api/settings");
        }
        assertThat(given().get("/api/settings").asByteArray()).hasSizeBetween(6 << 20, 8 << 20);
        assertThat(rows.texts("select key from setting")).hasSizeBetween(2000, 2900);
    }

    @Test
    void theHeapOfARequestIsGivenBackWhenItEnds() throws Exception {
        set("/api/settings/a", "[" + "{},".repeat(10_000) + "0]", 200);
        set("/api/settings/a", "[" + "{},".repeat(10_000), 400);
        given().get("/api/settings").then().statusCode(200);
        Gauge used = meters.get("coffer.json.memory.used").gauge();
        for (int i = 0; i < 500 && used.value() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(used.value()).isZero();
        assertThat(meters.get("coffer.json.memory.max").gauge().value()).isPositive();
    }

    @Test
    void aValueHasNoMoreTokensThanAllowed() {
        set("/api/settings/a", "[" + "[],".repeat(200_000) + "0]", 400).body("code", equalTo("INVALID_BODY"));
    }

    @Test
    void theyArePersonalInEveryWorkspace() {
        given().header("X-Comfy-Workspace-ID", "studio").body("1").post("/api/settings/mine").then().statusCode(200);
        given().get("/api/settings").then().body("$", hasEntry("mine", 1));
        given().header("X-Comfy-Workspace-ID", "lab").get("/api/settings").then().statusCode(403);
        settings.merge(caller("acme", "bob"), Map.of("theirs", IntNode.valueOf(1)));
        settings.merge(caller("globex", "sue"), Map.of("theirs", IntNode.valueOf(1)));
        given().get("/api/settings").then().body("$", not(hasKey("theirs")));
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIsExactly401() {
        given().get("/api/settings").then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
        given().get("/settings/a").then().statusCode(401);
        set("/api/settings", "{}", 401);
        set("/api/settings/a", "1", 401);
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        Caller person = caller("acme", "many");
        List<Future<?>> merges = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 100; i++) {
                String own = "own" + i;
                merges.add(threads.submit(() -> settings.merge(
                        person, Map.of(own, IntNode.valueOf(1), "a", IntNode.valueOf(1), "z", IntNode.valueOf(1)))));
            }
        }
        for (Future<?> merge : merges) {
            merge.get();
        }
        assertThat(rows.texts("select key from setting where subject = 'many'")).hasSize(102);
    }

    @Test
    void aCrowdDoesNotGetPastTheLimit() throws Exception {
        Caller person = caller("acme", "crowd");
        AtomicInteger keys = new AtomicInteger();
        assertThat(Crowd.succeed(12, () -> {
            settings.merge(person, Map.of("k" + keys.incrementAndGet(), TextNode.valueOf("x".repeat(1_000_000))));
            return null;
        })).isEqualTo(8);
        assertThat(rows.texts("select key from setting where subject = 'crowd'")).hasSize(8);
        rows.execute("delete from setting where subject = 'crowd'");
    }

    @Test
    void theFileOfTheOpenSourceServerShowsThem() {
        set("/api/settings/a", "\"é\"", 200);
        String tag = given().header("X-Comfy-Workspace-ID", "studio").get("/api/userdata/comfy.settings.json").then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", notNullValue())
                .body("a", equalTo("é"))
                .extract().header("ETag");
        given().header("If-None-Match", tag).get("/userdata/comfy.settings.json").then().statusCode(304);
        given().head("/userdata/comfy.settings.json").then().statusCode(200).header("ETag", tag)
                .header("Content-Length", notNullValue());
    }

    @Test
    void thatFileIsForReadingOnly() {
        String file = "/api/userdata/comfy.settings.json";
        for (String address : List.of(file, "/api/userdata/x%2F..%2Fcomfy.settings.json", file + "/x",
                file + "/move/x")) {
            given().urlEncodingEnabled(false).body("{}").post(address).then().statusCode(403).contentType("text/plain");
        }
        given().delete(file).then().statusCode(403);
        rows.execute("""
                insert into user_file (id, tenant, owner, path, content_ref, size, hash, sha256, created_by, created_at,
                                       modified_at, version_id, modified_by)
                values (gen_random_uuid(), 'acme', 'user:sue', 'x', gen_random_uuid(), 5, 'blake3:00', 'sha256:00', 's',
                        now(), now(), gen_random_uuid(), 's') on conflict do nothing""");
        given().post("/api/userdata/x/move/comfy.settings.json").then().statusCode(403);
    }

    private static ValidatableResponse set(String path, String body, int status) {
        return given().urlEncodingEnabled(false).contentType(TEXT).body(body).post(path).then().statusCode(status);
    }

    private static Caller caller(String tenant, String subject) {
        return new Caller(tenant, subject, Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
    }
}
