package dev.coffer.userdata.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.coffer.common.identity.Caller;
import dev.coffer.common.userdataclient.VerifiedKey;
import dev.coffer.userdata.Crowd;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.key.Keys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "zoe", roles = {"coffer-publisher", "coffer-internal"})
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "zoe"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "studio")
})
class SessionIT {
    private static final String PATH = "/api/auth/session";
    private static final Caller ANN =
            new Caller("acme", "zoe", Caller.Kind.USER, Set.of("coffer-publisher"), Set.of(), Set.of(), null);

    @Inject
    SessionService sessions;

    @Inject
    Keys keys;

    @Inject
    Rows rows;

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Response answer = given().post(PATH);
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("success", equalTo(true), "expires_in", equalTo(7200));
        assertThat(answer.getHeader("Set-Cookie"))
                .matches("session=cfs_[0-9a-f-]{36}_[A-Za-z0-9_-]{43};.*")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7200")
                .doesNotContain("Secure");
        assertThat(answer.asString()).doesNotContain("cfs_");
    }

    @Test
    void onlyAHashOfItIsKept() {
        String token = open();
        String secret = token.substring(token.length() - 43);
        assertThat(rows.texts("select row_to_json(s)::text from browser_session s"))
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void itStandsForTheCallerInTheWorkspaceOfTheRequest() {
        assertThat(sessions.find(open()).map(VerifiedKey::caller)).contains(
                new Caller("acme", "zoe", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), "user:zoe"));
        String studio = given().header("X-Comfy-Workspace-ID", "studio").post(PATH).getCookie("session");
        assertThat(sessions.find(studio)).map(VerifiedKey::owner).contains("workspace:studio");
        given().header("X-Comfy-Workspace-ID", "lab").post(PATH).then()
                .statusCode(403).body("code", equalTo("workspace_access_denied"));
    }

    @Test
    void servicesAreToldWhatItStandsFor() {
        String token = open();
        given().body(Map.of("token", token)).contentType("application/json").post("/internal/sessions/verify").then()
                .statusCode(200)
                .body("tenant", equalTo("acme"), "subject", equalTo("zoe"), "owner", equalTo("user:zoe"))
                .body("roles", empty(), "expiresAt", matchesPattern("20.*Z"));
        verify("cfs_nothing").then().statusCode(404);
        verify(token.substring(0, token.length() - 1)).then().statusCode(404);
        verify(keys.create(ANN, null)).then().statusCode(404);
        given().body("{}").post("/internal/sessions/verify").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "zoe", roles = "coffer-publisher")
    void peopleVerifyNoSessions() {
        verify("x").then().statusCode(403);
    }

    @Test
    @TestSecurity
    void withoutCredentialsThereIsNone() {
        given().post(PATH).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void anEndedSessionIsUnknownAndItsCookieRemoved() {
        String token = open();
        String other = open();
        given().cookie("session", token).delete(PATH).then()
                .statusCode(204)
                .header("Set-Cookie", containsString("session=;"))
                .header("Set-Cookie", containsString("Max-Age=0"));
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cfs_", "cfs_019a0000-0000-7000-8000-000000000000_short", "nonsense"})
    @TestSecurity
    void endingASessionWorksWithAnyCookie(String cookie) {
        given().cookie("session", cookie).delete(PATH).then().statusCode(204);
        given().delete(PATH).then().statusCode(204);
    }

    @Test
    @TestSecurity
    void itOpensNothingHere() {
        String token = sessions.open(ANN, ANN.home(), Optional.empty(), Optional.empty()).token();
        given().cookie("session", token).get("/api/userdata/nothing").then().statusCode(401);
        given().cookie("session", token).post(PATH).then().statusCode(401);
        given().header("X-API-Key", token).get("/api/userdata/nothing").then().statusCode(401);
    }

    @Test
    @TestSecurity
    void aKeyOpensASessionThatGoesWithIt() {
        String key = keys.create(ANN, Instant.now().plusSeconds(60));
        Response answer = given().header("X-API-Key", key).post(PATH);
        answer.then().statusCode(200).body("expires_in", lessThanOrEqualTo(60));
        String token = answer.getCookie("session");
        assertThat(sessions.find(token)).map(VerifiedKey::owner).contains("user:zoe");
        rows.execute("delete from api_key where id = '" + Keys.id(key) + "'");
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void anExpiredSessionIsNoneAndIsSwept() {
        String token = open();
        String id = token.substring(4, 40);
        rows.execute("update browser_session set expires_at = now() - interval '1 second' where id = '" + id + "'");
        assertThat(sessions.find(token)).isEmpty();
        sessions.sweep();
        assertThat(rows.texts("select id from browser_session where id = ?::uuid", id)).isEmpty();
        assertThat(sessions.find(open())).isPresent();
    }

    @Test
    void aCrowdHasNoMoreThanAreAllowedAndTheLastOneIsAmongThem() throws InterruptedException {
        Caller many =
                new Caller("acme", UUID.randomUUID().toString(), Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
        assertThat(Crowd.succeed(32, () -> sessions.open(many, many.home(), Optional.empty(), Optional.empty())))
                .isEqualTo(32);
        assertThat(rows.texts("select id from browser_session where subject = ?", many.subject())).hasSize(20);
        String last = sessions.open(many, many.home(), Optional.empty(), Optional.empty()).token();
        assertThat(sessions.find(last)).isPresent();
        assertThat(rows.texts("select id from browser_session where subject = ?", many.subject())).hasSize(20);
    }

    @Test
    void thereIsNoOtherWay() {
        given().get(PATH).then().statusCode(405).body("code", not(equalTo("INTERNAL")));
    }

    private static String open() {
        return given().post(PATH).getCookie("session");
    }

    private static Response verify(String token) {
        return given().body(Map.of("token", token)).contentType("application/json").post("/internal/sessions/verify");
    }
}
