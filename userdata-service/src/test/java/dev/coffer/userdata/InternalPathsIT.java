package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Internal endpoints before the identity provider was ever reachable. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class InternalPathsIT {
    @ParameterizedTest
    @ValueSource(strings = {"/internal/keys/verify", "/internal/sessions/verify", "/internal/nothing"})
    void noCallerIsAdmittedAndEachIsToldToTryAgain(String path) {
        refused(given(), path);
        refused(given().header("Authorization", "Bearer e30.e30.e30"), path);
    }

    private static void refused(RequestSpecification request, String path) {
        request.body("{}").post(path).then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("UNAVAILABLE"));
    }
}
