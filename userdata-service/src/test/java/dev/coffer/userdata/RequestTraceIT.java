package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer has the id of its request, with any status. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "tess")
@OidcSecurity(claims = {@Claim(key = "sub", value = "tess"), @Claim(key = "tenant", value = "acme")})
class RequestTraceIT {
    private static final String OURS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET | /api/features | 200", "GET | /users | 200", "HEAD | /api/userdata/nothing | 404",
        "GET | /api/nothing | 404",
        "GET | /nothing | 404", "POST | /users | 405", "PATCH | /api/userdata/a | 405", "GET | /api/features;x | 400",
        "GET | /api/v2/userdata/versions | 400", "OPTIONS | /api/features | 200", "GET | /openapi/userdata.json | 200"
    })
    void everyAnswerHasTheId(String method, String path, int status) {
        given().urlEncodingEnabled(false).header("X-Request-Id", "mine:1").request(method, path).then()
                .statusCode(status).header("x-request-id", equalTo("mine:1"));
        given().urlEncodingEnabled(false).request(method, path).then().header("x-request-id", matchesPattern(OURS));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithTheId() {
        given().header("X-Request-Id", "mine:2").body(new byte[2000]).post("/api/userdata/large").then()
                .statusCode(413).header("x-request-id", equalTo("mine:2"));
    }

    @Test
    @TestSecurity
    void aRequestWithoutCredentialsIsRefusedWithTheId() {
        given().header("X-Request-Id", "mine:3").get("/api/settings").then()
                .statusCode(401).header("x-request-id", equalTo("mine:3"));
        given().header("X-Request-Id", "mine:4").post("/internal/keys/verify").then()
                .header("x-request-id", equalTo("mine:4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a]b", "%0d%0a", "<x>", "${x}"})
    void anIdThatIsNotSafeIsReplaced(String id) {
        given().header("X-Request-Id", id).get("/api/features").then()
                .statusCode(200).header("x-request-id", matchesPattern(OURS));
        given().header("X-Request-Id", "x".repeat(129)).get("/api/features").then()
                .statusCode(200).header("x-request-id", matchesPattern(OURS));
    }

    @Test
    void aTraceIsTheIdOfARequestWithoutOne() {
        given().header("traceparent", TRACEPARENT).get("/api/features").then()
                .header("x-request-id", equalTo("4bf92f35-77b3-4da6-a3ce-929d0e0e4736"));
        given().header("traceparent", TRACEPARENT).header("X-Request-Id", "mine").get("/api/features").then()
                .header("x-request-id", equalTo("mine"));
        String first = given().header("traceparent", "00-x").get("/api/features").header("x-request-id");
        assertThat(first).matches(OURS)
                .isNotEqualTo(given().header("traceparent", "00-x").get("/api/features").header("x-request-id"));
    }

    @Test
    void requestsOnOneConnectionAreToldApart() {
        for (int i = 0; i < 20; i++) {
            String id = "one-" + i;
            given().header("X-Request-Id", id).get("/api/features").then().header("x-request-id", equalTo(id));
            given().get("/api/features").then().header("x-request-id", matchesPattern(OURS));
        }
    }
}
