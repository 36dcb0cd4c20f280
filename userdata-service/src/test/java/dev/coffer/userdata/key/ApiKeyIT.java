package dev.coffer.userdata.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.Crowd;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "kim", roles = {"coffer-publisher", "coffer-internal"})
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "kim"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "studio")
})
class ApiKeyIT {
    private static final Caller ANN =
            new Caller("acme", "kim", Caller.Kind.USER, Set.of("coffer-publisher"), Set.of(), Set.of(), null);

    @Inject
    ApiKeyService keys;

    @Inject
    Keys make;

    @Inject
    Rows rows;

    @Test
    void aKeyIsShownOnceAndOnlyItsHashIsKept() {
        String key = create("{\"name\":\"laptop\"}", 201)
                .body("name", equalTo("laptop"), "workspace", equalTo("kim"), "created_at", not(nullValue()))
                .body("$", not(hasKey("expires_at")))
                .extract().path("key");
        String secret = key.substring(key.lastIndexOf("_", key.length() - 44) + 1);
        assertThat(rows.texts("select row_to_json(k)::text from api_key k")).noneMatch(row -> row.contains(secret));
        assertThat(keys.verify(key)).isPresent();
        assertThat(keys.verify(key + "x")).isEmpty();
        assertThat(keys.verify(key.substring(0, key.length() - 2) + "__")).isEmpty();
    }

    @Test
    void aKeySpeaksForItsCreatorInOneWorkspace() {
        String key = create("{\"name\":\"ci\",\"workspace\":\"studio\"}", 201).extract().path("key");
        Caller caller = keys.verify(key).orElseThrow();
        assertThat(caller.home()).isEqualTo(Owner.workspace("acme", "studio"));
        assertThat(caller.workspace("kim")).isNull();
        assertThat(caller.subject()).isEqualTo("kim");
        assertThat(caller.owners()).doesNotContain(Owner.user("acme", "kim"));
    }

    @Test
    void aKeyIsNeverAWayIntoInternalPaths() {
        String key = create("{\"name\":\"ci\"}", 201).extract().path("key");
        assertThat(keys.verify(key).orElseThrow().roles()).containsExactly("coffer-publisher");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | 400 | INVALID_BODY",
        "{\"name\":\" \"} | 400 | INVALID_BODY",
        "{\"name\":7} | 400 | INVALID_BODY",
        "{\"name\":\"a\\u0000\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_at\":\"tomorrow\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_at\":\"2001-01-01T00:00:00Z\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_at\":\"+999999999-01-01T00:00:00Z\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":0} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":-1} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":1.5} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":\"60\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":3155760001} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":9223372036854775807} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":9223372036854775808} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"expires_in\":60,\"expires_at\":\"2999-01-01T00:00:00Z\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"workspace\":\"lab\"} | 403 | workspace_access_denied",
        "{\"name\":\"a\",\"scopes\":\"x\"} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"scopes\":[null]} | 400 | INVALID_BODY",
        "{\"name\":\"a\",\"scopes\":[\"admin\"]} | 403 | FORBIDDEN",
        "[] | 400 | INVALID_BODY",
        "{ | 400 | INVALID_JSON",
        "'' | 400 | INVALID_JSON"
    })
    void wrongWishes(String body, int status, String code) {
        create(body, status).body("code", equalTo(code), "error.code", equalTo(code));
    }

    @Test
    @TestSecurity
    void aKeyMakesNoKeysAndOpensItsWorkspaceOnly() {
        String key = make.create(ANN, null);
        given().header("X-API-Key", key).body("{\"name\":\"a\"}").post("/api/keys").then()
                .statusCode(403).body("code", equalTo("FORBIDDEN"));
        given().header("X-API-Key", key).get("/api/keys").then().statusCode(403);
        given().header("X-API-Key", key).delete("/api/keys/" + Keys.id(key)).then().statusCode(403);
        given().header("X-API-Key", key).get("/api/userdata/nothing").then().statusCode(404);
        given().header("Authorization", "Bearer " + key).get("/api/userdata/nothing").then().statusCode(404);
        given().header("X-API-Key", key).header("X-Comfy-Workspace-ID", "studio").get("/api/userdata/nothing").then()
                .statusCode(403);
        given().header("X-API-Key", key).header("Authorization", "Bearer " + key).get("/api/userdata/a").then()
                .statusCode(400);
        given().header("X-API-Key", key + "x").get("/api/userdata/nothing").then().statusCode(401);
        given().header("X-API-Key", key).body("{}").post("/internal/keys/verify").then().statusCode(403);
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        create("{\"name\":\"a\"}", 401).body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "coffer-publisher")
    void peopleVerifyNoKeys() {
        given().body("{\"key\":\"x\"}").post("/internal/keys/verify").then().statusCode(403);
    }

    @Test
    void servicesAreToldWhatAKeyStandsFor() {
        String key = make.create(ANN, Instant.parse("2999-01-01T00:00:00Z"));
        given().body(Map.of("key", key)).contentType("application/json").post("/internal/keys/verify").then()
                .statusCode(200)
                .body("tenant", equalTo("acme"), "subject", equalTo("kim"), "owner", equalTo("user:kim"))
                .body("roles", equalTo(List.of("coffer-publisher")))
                .body("expiresAt", equalTo("2999-01-01T00:00:00.000000Z"));
        given().body("{\"key\":\"cfr_nothing\"}").post("/internal/keys/verify").then().statusCode(404);
        given().body("{}").post("/internal/keys/verify").then().statusCode(400);
    }

    @Test
    void anExpiredKeyIsNoKey() {
        String key = make.create(ANN, Instant.now());
        assertThat(keys.verify(key)).isEmpty();
    }

    @Test
    void scopesAreNoWiderThanTheCreators() {
        create("{\"name\":\"a\",\"scopes\":[]}", 201).body("scopes", empty());
        String key = create("{\"name\":\"a\",\"scopes\":[\"coffer-publisher\",\"coffer-publisher\"]}", 201)
                .body("scopes", contains("coffer-publisher")).extract().path("key");
        assertThat(keys.verify(key).orElseThrow().roles()).containsExactly("coffer-publisher");
    }

    @Test
    void aListShowsWhatWasMadeButNoSecret() {
        String key = create("{\"name\":\"seen\",\"expires_at\":\"2999-01-01T00:00:00Z\"}", 201).extract().path("key");
        Response list = given().get("/api/keys");
        list.then().statusCode(200)
                .body("keys[0].id", equalTo(Keys.id(key)), "keys[0].name", equalTo("seen"))
                .body("keys[0].workspace", equalTo("kim"), "keys[0].expires_at", equalTo("2999-01-01T00:00:00.000000Z"))
                .body("keys[0]", not(hasKey("last_used_at")));
        assertThat(list.asString()).doesNotContain(key.substring(41));
    }

    @Test
    void useIsNotedOnceAMinute() {
        String key = make.create(ANN, null);
        keys.verify(key);
        String first = lastUse(key);
        keys.verify(key);
        assertThat(lastUse(key)).isNotNull().isEqualTo(first);
        rows.execute("update api_key set last_used_at = '2001-01-01' where id = '" + Keys.id(key) + "'");
        keys.verify(key);
        assertThat(lastUse(key)).isNotNull().doesNotStartWith("2001");
    }

    @Test
    void aRevokedKeyIsNoKey() {
        String key = make.create(ANN, null);
        given().delete("/api/keys/" + Keys.id(key)).then().statusCode(204);
        assertThat(keys.verify(key)).isEmpty();
        given().get("/api/keys").then().body("keys.id", not(hasItem(Keys.id(key))));
        given().delete("/api/keys/" + Keys.id(key)).then().statusCode(404);
    }

    @Test
    void othersKeysAreUnknown() {
        Caller bob = new Caller("acme", "bob", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
        Caller namesake = new Caller("globex", "kim", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
        String unknown = given().delete("/api/keys/019a0000-0000-7000-8000-000000000000").then()
                .statusCode(404).body("code", equalTo("NOT_FOUND")).extract().asString();
        for (String id : List.of(Keys.id(make.create(bob, null)), Keys.id(make.create(namesake, null)), "x", "%00",
                "1-1-1-1-1")) {
            given().urlEncodingEnabled(false).delete("/api/keys/" + id).then().statusCode(404).body(equalTo(unknown));
            given().get("/api/keys").then().body("keys.id", not(hasItem(id)));
        }
    }

    @Test
    void thereIsAnEndToThem() {
        Caller many =
                new Caller("acme", UUID.randomUUID().toString(), Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
        for (int i = 0; i < 100; i++) {
            make.create(many, null);
        }
        assertThatThrownBy(() -> make.create(many, null)).isInstanceOfSatisfying(
                ServiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void aCrowdDoesNotGetPastTheEnd() throws InterruptedException {
        Caller many =
                new Caller("acme", UUID.randomUUID().toString(), Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
        for (int i = 0; i < 90; i++) {
            make.create(many, null);
        }
        assertThat(Crowd.succeed(32, () -> make.create(many, null))).isEqualTo(10);
        assertThat(keys.list(many)).hasSize(100);
    }

    @Test
    void theEndMayBeSaidInSeconds() {
        String end = create("{\"name\":\"a\",\"expires_in\":3600}", 201).extract().path("expires_at");
        assertThat(Instant.parse(end)).isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3600));
        create("{\"name\":\"a\",\"expires_in\":3155760000}", 201);
    }

    private String lastUse(String key) {
        return rows.texts("select last_used_at::text from api_key where id = ?::uuid", Keys.id(key)).getFirst();
    }

    private static ValidatableResponse create(String body, int status) {
        return given().body(body).post("/api/keys").then().statusCode(status);
    }
}
