package dev.coffer.userdata.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.userdata.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys and sessions are limited to the last token of their person, and refused once an operator has ended them. */
@QuarkusTest
@QuarkusTestResource(value = TestIdentityProvider.class, restrictToAnnotatedClass = true)
class CredentialLimitsIT {
    private static final String CREDENTIALS = "/api/operator/credentials";
    private static final long NOW = Instant.now().getEpochSecond();

    private final String person = "auth0|" + UUID.randomUUID();

    @Inject
    Rows rows;

    @Test
    void aRoleThatTheLastTokenDoesNotHaveIsGone() {
        String key = key(token(NOW - 50, Map.of("realm_access", roles("coffer-publisher", "other"))), null);
        verified(key).body("roles", containsInAnyOrder("coffer-publisher", "other"));
        use(token(NOW - 40, Map.of("realm_access", roles("other"))));
        verified(key).body("roles", equalTo(List.of("other")));
        use(token(NOW - 45, Map.of("realm_access", roles("coffer-publisher"))));
        verified(key).body("roles", equalTo(List.of("other")));
        use(token(NOW - 30, Map.of()));
        verified(key).body("roles", empty());
        use(token(NOW - 20, Map.of("realm_access", roles("coffer-publisher"))));
        verified(key).body("roles", equalTo(List.of("coffer-publisher")));
    }

    @Test
    void ofTwoTokensOfOneSecondWhatBothSayCounts() {
        String key = key(token(NOW, Map.of("realm_access", roles("coffer-publisher", "other"))), null);
        use(token(NOW, Map.of("realm_access", roles("other"))));
        verified(key).body("roles", equalTo(List.of("other")));
        use(token(NOW, Map.of("realm_access", roles("coffer-publisher", "other"))));
        verified(key).body("roles", equalTo(List.of("other")));
    }

    @Test
    void aWorkspaceThatTheLastTokenDoesNotNameIsClosed() {
        String member = token(NOW - 50, Map.of("workspaces", List.of("studio", "lab")));
        String key = key(member, "studio");
        String own = key(member, null);
        String session = session(bearer(member).header("X-Comfy-Workspace-ID", "studio"));
        String ofKey = session(given().header("X-API-Key", key));
        use(token(NOW - 40, Map.of("workspaces", List.of("lab"))));
        verify(key).statusCode(404);
        given().header("X-API-Key", key).get("/api/userdata?dir=.").then().statusCode(401);
        verifySession(session).statusCode(404);
        verifySession(ofKey).statusCode(404);
        verified(own);
        use(token(NOW - 30, Map.of("workspaces", List.of("studio"))));
        verified(key);
        verifySession(session).statusCode(200);
    }

    @Test
    void whatOtherServicesTellOfATokenCounts() {
        String key = key(token(NOW - 50, Map.of("realm_access", roles("coffer-publisher"))), null);
        String facts = """
                {"tenant":"acme","subject":"%s","roles":[%s],"workspaces":[],"issuedAt":"%s"}""";
        tell(facts.formatted(person, "", Instant.ofEpochSecond(NOW - 60))).statusCode(204);
        verified(key).body("roles", equalTo(List.of("coffer-publisher")));
        tell(facts.formatted(person, "", Instant.ofEpochSecond(NOW - 40))).statusCode(204);
        verified(key).body("roles", empty());
        tell("{}").statusCode(400);
        tell(facts.formatted(person, "null", Instant.ofEpochSecond(NOW))).statusCode(400);
        bearer(token(NOW, Map.of())).body("{}").post("/internal/people/tokens").then().statusCode(403);
    }

    @Test
    void aTokenIsNotedOnceNotWithEachRequest() {
        String token = token(NOW - 50, Map.of("realm_access", roles("other")));
        use(token);
        String version = version();
        for (int i = 0; i < 10; i++) {
            use(token);
            use(token(NOW - 49 + i, Map.of("realm_access", roles("other"))));
        }
        assertThat(version()).isEqualTo(version);
        use(token(NOW + 20, Map.of("realm_access", roles("other"))));
        assertThat(version()).isNotEqualTo(version);
    }

    @Test
    void anOperatorEndsAllThatAPersonHasMade() {
        String token = token(NOW, Map.of("realm_access", roles("coffer-operator")));
        String key = key(token, null);
        String session = session(bearer(token));
        String ofKey = session(given().header("X-API-Key", key));
        String namesake = key(token(NOW, Map.of("tenant", "globex")), null);
        end(person).statusCode(200)
                .body("subject", equalTo(person), "keys", equalTo(1), "sessions", equalTo(2));
        verify(key).statusCode(404);
        verifySession(session).statusCode(404);
        verifySession(ofKey).statusCode(404);
        verified(namesake);
        end(person).statusCode(200).body("keys", equalTo(0), "sessions", equalTo(0));
    }

    @Test
    void anEarlierTokenMakesNoNewOnes() {
        String token = token(NOW, Map.of());
        key(token, null);
        end(person).statusCode(200);
        bearer(token).body("{\"name\":\"a\"}").post("/api/keys").then()
                .statusCode(403).body("error.message", containsString("log in again"));
        bearer(token).post("/api/auth/session").then().statusCode(403);
        bearer(token).get("/api/keys").then().statusCode(200);
        rows.execute("update person set ended_at = ended_at - interval '1 hour' where subject = '" + person + "'");
        key(token, null);
    }

    @Test
    void onlyOperatorsEndAndOnlyByToken() {
        String operator = token(NOW, Map.of("realm_access", roles("coffer-operator", "other")));
        String key = key(operator, null);
        verified(key).body("roles", equalTo(List.of("other")));
        given().header("X-API-Key", key).delete(CREDENTIALS + "?subject=x").then().statusCode(403);
        for (String role : List.of("coffer-admin", "coffer-publisher", "Coffer-Operator", "coffer-internal")) {
            bearer(token(NOW, Map.of("realm_access", roles(role)))).delete(CREDENTIALS + "?subject=x").then()
                    .statusCode(403).body("code", equalTo("FORBIDDEN"));
        }
        given().delete(CREDENTIALS + "?subject=x").then().statusCode(401);
        bearer(token(NOW, Map.of("realm_access", roles("coffer-operator"), "tenant", "globex")))
                .queryParam("subject", person).delete(CREDENTIALS).then().statusCode(200).body("keys", equalTo(0));
        verified(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?subject=", "?subject=%20", "?subject=a%0Ab", "?subject=a%00", "?subject=%ff",
        "?subject=LONG"})
    void aSubjectThatIsNoneIsRefused(String query) {
        bearer(token(NOW, Map.of("realm_access", roles("coffer-operator")))).urlEncodingEnabled(false)
                .delete(CREDENTIALS + query.replace("LONG", "x".repeat(256))).then()
                .statusCode(400).body("error.message", containsString("subject"));
    }

    private String token(long issuedAt, Map<String, ?> claims) {
        Map<String, Object> all = new HashMap<>(Map.of("sub", person, "iat", issuedAt));
        all.putAll(claims);
        return SignedTokens.access(all);
    }

    private String version() {
        return rows.texts("select xmin::text from person where tenant = 'acme' and subject = ?", person).getFirst();
    }

    private static Map<String, Object> roles(String... names) {
        return Map.of("roles", List.of(names));
    }

    private static String key(String token, String workspace) {
        String body = workspace == null ? "{\"name\":\"a\"}" : "{\"name\":\"a\",\"workspace\":\"" + workspace + "\"}";
        return bearer(token).body(body).post("/api/keys").then().statusCode(201).extract().path("key");
    }

    private static String session(RequestSpecification caller) {
        return caller.post("/api/auth/session").then().statusCode(200).extract().cookie("session");
    }

    private static void use(String token) {
        bearer(token).get("/api/keys").then().statusCode(200);
    }

    private static ValidatableResponse end(String subject) {
        return bearer(SignedTokens.access(Map.of("sub", "olga", "realm_access", roles("coffer-operator"))))
                .queryParam("subject", subject).delete(CREDENTIALS).then();
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification service() {
        return bearer(SignedTokens.access(
                Map.of("sub", "asset", "azp", "asset-service", "realm_access", roles("coffer-internal"))));
    }

    private static ValidatableResponse verified(String key) {
        return verify(key).statusCode(200);
    }

    private static ValidatableResponse verify(String key) {
        return service().body(Map.of("key", key)).contentType("application/json").post("/internal/keys/verify").then();
    }

    private static ValidatableResponse verifySession(String token) {
        return service().body(Map.of("token", token)).contentType("application/json")
                .post("/internal/sessions/verify").then();
    }

    private static ValidatableResponse tell(String facts) {
        return service().body(facts).contentType("application/json").post("/internal/people/tokens").then();
    }
}
