package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestProfile(OperatorSettings.class)
@TestSecurity(user = "ray")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ray"), @Claim(key = "tenant", value = "acme")})
class RateLimitIT {
    @Test
    void tooManyAreRefusedInTheFormOfTheApi() {
        refused("/api/settings").then()
                .header("Retry-After", matchesPattern("[12]"))
                .header("x-request-id", equalTo("mine"))
                .body("code", equalTo("TOO_MANY_REQUESTS"));
        refused("/api/userdata/x").then().contentType("text/plain").body(containsString("Too many requests"));
        given().get("/api/features").then().statusCode(200);
    }

    /** The first refusal of many requests. */
    private static Response refused(String path) {
        return Stream.generate(() -> given().header("X-Request-Id", "mine").get(path))
                .limit(1000)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }
}
