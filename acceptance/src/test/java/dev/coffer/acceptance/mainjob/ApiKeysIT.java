package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.UserFiles;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys: made with a token, good for one workspace, until they expire. */
@Order(16)
class ApiKeysIT {
    @Test
    void aNewKeyOpensThePersonalWorkspace() {
        JsonPath created = as(A).json(Map.of("name", unique("key"))).post("/api/keys").then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String key = created.getString("key");
        assertThat(key).matches("cfr_[^_]+_.{20,}");
        Payload payload = Payloads.text("by key");
        as(A).userFiles().put(payload.name(), payload).expect(200);
        assertThat(read(key, UserFiles.url(payload.name())).text()).isEqualTo("by key");
        assertThat(read(key, "/api/assets").status()).isEqualTo(200);
    }

    @Test
    void aKeyMadeInTheTeamOpensTheTeam() {
        String team = Environment.get("COFFER_WORKSPACE_TEAM");
        String key = create(as(A).in(team).json(Map.of("name", unique("key"))).post("/api/keys").path("key"));
        Payload payload = Payloads.text("of the team");
        as(A2).in(team).userFiles().put(payload.name(), payload).expect(200);
        assertThat(read(key, UserFiles.url(payload.name())).text()).isEqualTo("of the team");
        String id = as(A2).in(team).assets().create(Payloads.png(), "input");
        assertThat(read(key, "/api/assets/" + id).status()).isEqualTo(200);
        String personal = as(A).assets().create(Payloads.png(), "input");
        Refusal.assertComfy(read(key, "/api/assets/" + personal), 404, "ASSET_NOT_FOUND");
    }

    @Test
    void anExpiredKeyOpensNothing() {
        String end = Instant.now().plusSeconds(3).toString();
        String key = create(as(A).json(Map.of("name", "brief", "expires_at", end)).post("/api/keys").path("key"));
        String file = UserFiles.url(unique("no"));
        assertThat(read(key, file).status()).isEqualTo(404);
        Await.until("the key has expired", Duration.ofSeconds(20), () -> read(key, file).status() == 401);
        Refusal.assertText(read(key, file), 401);
        Refusal.assertComfy(read(key, "/api/assets"), 401, "UNAUTHORIZED");
    }

    @Test
    void aKeyCannotMakeKeys() {
        int status = as(A).byKey().json(Map.of("name", "more")).post("/api/keys").statusCode();
        assertThat(status).isEqualTo(403);
    }

    @Test
    void keysForWorkspacesOfOthersAreRefused() {
        for (String workspace : List.of(B.subject(), "unknown-workspace")) {
            assertThat(as(A).json(Map.of("name", "x", "workspace", workspace)).post("/api/keys").statusCode())
                    .isEqualTo(403);
            assertThat(as(A).in(workspace).json(Map.of("name", "x")).post("/api/keys").statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "[]", "{}", "{\"name\":5}", "{\"name\":\"\"}", "{\"name\":\"a\\u0000\"}", "{\"name\":\"\\ud800\"}",
        "{\"name\":\"x\",\"expires_at\":\"2001-01-01T00:00:00Z\"}", "{\"name\":\"x\",\"expires_at\":5}",
        "{\"name\":\"x\",\"expires_at\":\"+999999999-01-01T00:00:00Z\"}", "{\"name\":\"x\",\"workspace\":\"\\u0000\"}"
    })
    void aWrongWishIsRefused(String body) {
        assertThat(as(A).json(body).post("/api/keys").statusCode()).as(body).isIn(400, 403);
    }

    private static String create(String key) {
        assertThat(key).as("the new key").isNotNull();
        return key;
    }

    private static Answer read(String key, String path) {
        return RawHttp.send("GET", path, Map.of("X-API-Key", key));
    }
}
