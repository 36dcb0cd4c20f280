package dev.coffer.files.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.files.FilesServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a token gives, by default. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class ProjectsIT {

    @Test
    void aProjectInTheTokenGivesEveryRight() {
        given().get("/api/v1/token/inspect").then().statusCode(200)
                .body("capabilities[0].filesAcl.actions", equalTo(List.of("READ", "WRITE")),
                        "capabilities[0].keySet().size()", equalTo(2),
                        "capabilities[0].filesAcl.scope", equalTo(Map.of("all", Map.of())));
    }

    @Test
    @TestSecurity
    void withoutATokenThereIsNothingToInspect() {
        given().get("/api/v1/token/inspect").then().statusCode(401).body("error.code", equalTo(401));
    }

    @Test
    void thereAreNoSessions() {
        given().get("/api/v1/projects/alpha/sessions").then().statusCode(200).body("items", equalTo(List.of()));
        given().get("/api/v1/projects/beta/sessions").then().statusCode(403);
    }
}
