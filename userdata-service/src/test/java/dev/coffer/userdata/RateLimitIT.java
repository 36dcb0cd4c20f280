package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestProfile(RateLimitIT.OneEverySecond.class)
@TestSecurity(user = "ray")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ray"), @Claim(key = "tenant", value = "acme")})
class RateLimitIT {
    public static class OneEverySecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coffer.rate-limit.per-key", "1", "coffer.rate-limit.burst", "10s");
        }
    }

    @Test
    void tooManyAreRefusedInTheFormOfTheApi() {
        refused("/api/settings").then()
                .header("Retry-After", matchesPattern("[12]"))
                .body("code", equalTo("TOO_MANY_REQUESTS"));
        refused("/api/userdata/x").then().contentType("text/plain").body(containsString("Too many requests"));
        given().get("/api/features").then().statusCode(200);
    }

    /** The first refusal of many requests. */
    private static Response refused(String path) {
        return Stream.generate(() -> given().get(path))
                .limit(1000)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }
}
