package dev.coffer.userdata.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.OperatorSettings;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** API keys with a limit of one hour. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestProfile(OperatorSettings.class)
@TestSecurity(user = "lea")
@OidcSecurity(claims = {@Claim(key = "sub", value = "lea"), @Claim(key = "tenant", value = "acme")})
class KeyLifeIT {
    private static final Caller LEA = new Caller("acme", "lea", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);

    @Inject
    Keys make;

    @Inject
    ApiKeyService keys;

    @Inject
    Rows rows;

    @Test
    void noKeyIsAskedForThatLivesLonger() {
        refused("{\"name\":\"a\",\"expires_at\":\"2999-01-01T00:00:00Z\"}", "expires_at");
        refused("{\"name\":\"a\",\"expires_in\":3601}", "expires_in");
        assertThat(life("{\"name\":\"a\",\"expires_in\":60}")).isBetween(Duration.ofSeconds(40),
                Duration.ofSeconds(60));
        assertThat(life("{\"name\":\"a\"}")).isBetween(Duration.ofSeconds(3540), Duration.ofHours(1));
    }

    @Test
    void keysOfBeforeEndAsWell() {
        String key = make.create(LEA, null);
        assertThat(keys.find(key).orElseThrow().expiresAt()).isBetween(Instant.now(), Instant.now().plusSeconds(3600));
        given().header("X-API-Key", key).post("/api/auth/session").then()
                .statusCode(200).body("expires_in", lessThanOrEqualTo(3600));
        rows.execute("update api_key set created_at = now() - interval '2 hours' where id = '" + Keys.id(key) + "'");
        assertThat(keys.find(key)).isEmpty();
        assertThat(keys.list(LEA)).anySatisfy(shown -> {
            assertThat(shown.id()).hasToString(Keys.id(key));
            assertThat(shown.expiresAt()).isBefore(Instant.now());
        });
    }

    private static void refused(String body, String field) {
        given().body(body).post("/api/keys").then()
                .statusCode(400).body("error.message", containsString(field + " must be at most 3600 seconds"));
    }

    private static Duration life(String body) {
        String end = given().body(body).post("/api/keys").then().statusCode(201).extract().path("expires_at");
        return Duration.between(Instant.now(), Instant.parse(end));
    }
}
