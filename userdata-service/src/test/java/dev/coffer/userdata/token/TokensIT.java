package dev.coffer.userdata.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with tokens signed by an identity provider. */
@QuarkusTest
@QuarkusTestResource(value = TestIdentityProvider.class, restrictToAnnotatedClass = true)
class TokensIT {
    private static final Map<String, Object> INTERNAL = Map.of("roles", List.of("coffer-internal"));
    private static final Map<String, Object> SERVICE = claims(Map.of("typ", "Bearer", "sub", "a service",
            "azp", "asset-service", "realm_access", INTERNAL));

    @Test
    void aServiceGetsInWithoutATenant() {
        assertThat(internal(SERVICE)).isEqualTo(404);
    }

    @Test
    void aGroupsClaimGrantsNothingAndHidesNothing() {
        assertThat(internal(with(SERVICE, "realm_access", null, "groups", List.of("coffer-internal")))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "realm_access", null, "roles", List.of("coffer-internal")))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "realm_access", null, "scope", "coffer-internal"))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "realm_access", null, "resource_access", Map.of("coffer", INTERNAL))))
                .isEqualTo(403);
        assertThat(internal(with(SERVICE, "groups", List.of("others")))).isEqualTo(404);
        assertThat(scopes(Map.of("groups", List.of("coffer-publisher")))).isEmpty();
        assertThat(scopes(Map.of("groups", List.of("others"), "realm_access",
                Map.of("roles", List.of("coffer-publisher"))))).containsExactly("coffer-publisher");
        assertThat(scopes(Map.of("realm_access", Map.of("roles", List.of("Coffer-Publisher"))))).doesNotContain(
                "coffer-publisher");
    }

    @Test
    void theRoleAloneIsNoWayIn() {
        assertThat(internal(with(SERVICE, "azp", "coffer-cli"))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "azp", null))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "azp", List.of("asset-service")))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "client_id", "coffer-cli"))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "sid", "a session"))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "realm_access", Map.of("roles", List.of("Coffer-Internal"))))).isEqualTo(403);
        assertThat(internal(with(SERVICE, "aud", "account"))).isEqualTo(401);
        assertThat(internal(with(SERVICE, "azp", "coffer-cli", "tenant", "acme", "sub", "ann"))).isEqualTo(403);
    }

    @Test
    void theRoleInAPersonsTokenIsNotThePersons() {
        assertThat(scopes(Map.of("realm_access", Map.of("roles", List.of("coffer-internal", "coffer-publisher")))))
                .containsExactly("coffer-publisher");
    }

    @Test
    void oddRolesAreNone() {
        for (Object odd : new Object[] {7, "", List.of(), Map.of(), true, List.of(7, "", List.of(), Map.of())}) {
            get(SignedTokens.access(Map.of("realm_access", Map.of("roles", odd)))).then().statusCode(200);
            get(SignedTokens.access(Map.of("realm_access", odd))).then().statusCode(200);
        }
    }

    @Test
    void anIdTokenOfAnyProviderIsNoAccessToken() {
        Map<String, Object> login = Map.of("sub", "ann", "tenant", "acme", "auth_time", 1, "name", "Ann");
        get(SignedTokens.signed("JWT", login)).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
        get(SignedTokens.signed(null, with(login, "nonce", "n", "at_hash", "h"))).then().statusCode(401);
        get(SignedTokens.signed("JWT", with(login, "typ", "ID", "scope", "openid"))).then().statusCode(401);
        get(SignedTokens.signed("JWT", with(login, "nonce", "n", "scope", "openid"))).then().statusCode(401);
        get(SignedTokens.signed("logout+jwt", with(login, "scope", "openid"))).then().statusCode(401);
        get(SignedTokens.signed("JWT", with(login, "scope", "openid"))).then().statusCode(200);
        get(SignedTokens.signed("at+jwt", login)).then().statusCode(200);
        get(SignedTokens.signed(null, with(login, "scp", List.of("files")))).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "e30.e30.e30", "eyJhbGciOiJSUzI1NiIsImtpZCI6Im90aGVyIn0.e30.e30"})
    void theIdentityProviderIsNotAskedWhatATokenMeans(String token) {
        get(token).then().statusCode(401);
        assertThat(internal(token)).isEqualTo(401);
    }

    @Test
    void aTokenWithoutATenantIsRefusedInWords() {
        get(SignedTokens.access(with(Map.of(), "tenant", null))).then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"), "error.message", containsString("no claim tenant"));
    }

    @Test
    void aTenantThatIsNoNameIsRefused() {
        for (Object odd : new Object[] {7, true, "", " ", List.of("acme"), Map.of("acme", 1), "a\u0000",
            "x".repeat(300)}) {
            get(SignedTokens.access(Map.of("tenant", odd))).then()
                    .statusCode(403)
                    .body("error.message", containsString("names no tenant"));
        }
    }

    /** The roles that a key would get. */
    private static List<String> scopes(Map<String, ?> claims) {
        return given().header("Authorization", "Bearer " + SignedTokens.access(claims))
                .body("{\"name\":\"a key\"}")
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("scopes");
    }

    private static Response get(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/keys");
    }

    private static int internal(Map<String, ?> claims) {
        return internal(SignedTokens.signed("JWT", claims));
    }

    private static int internal(String token) {
        return given().header("Authorization", "Bearer " + token)
                .body("{\"key\":\"cfr_unknown\"}")
                .post("/internal/keys/verify")
                .statusCode();
    }

    private static Map<String, Object> claims(Map<String, Object> claims) {
        return claims;
    }

    private static Map<String, Object> with(Map<String, Object> claims, Object... changes) {
        Map<String, Object> changed = new HashMap<>(claims);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }
}
