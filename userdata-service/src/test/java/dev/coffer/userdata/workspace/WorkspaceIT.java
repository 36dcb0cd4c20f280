package dev.coffer.userdata.workspace;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.key.Keys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "ann"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "studio")
})
class WorkspaceIT {
    private static final String PATH = "/api/workspaces/current";
    private static final String HEADER = "X-Comfy-Workspace-ID";

    @Inject
    Keys keys;

    @Test
    void everybodyHasAPersonalOne() {
        given().get(PATH).then()
                .statusCode(200)
                .body("id", equalTo("ann"), "type", equalTo("personal"), "role", equalTo("owner"))
                .body("name", equalTo("Personal"), "auth_method", equalTo("oidc"))
                .body("permissions", hasItem("userdata:write"));
    }

    @Test
    void theHeaderPicksOneOfTheToken() {
        given().header(HEADER, "studio").get(PATH).then()
                .statusCode(200)
                .body("id", equalTo("studio"), "name", equalTo("studio"))
                .body("type", equalTo("team"), "role", equalTo("member"));
        given().header(HEADER, "").get(PATH).then().statusCode(200).body("type", equalTo("personal"));
    }

    @Test
    void anyOtherIsRefused() {
        given().header(HEADER, "lab").get(PATH).then().statusCode(403).body("code", equalTo("workspace_access_denied"));
        given().header(HEADER, "user:bob").get(PATH).then().statusCode(403);
    }

    @Test
    @TestSecurity
    void aKeyHasOne() {
        Caller ann = new Caller("acme", "ann", Caller.Kind.USER, Set.of(), Set.of(), Set.of(), null);
        String key = keys.create(ann, null);
        given().header("X-API-Key", key).get(PATH).then()
                .statusCode(200).body("id", equalTo("ann"), "auth_method", equalTo("api_key"));
        given().header("X-API-Key", key).header(HEADER, "studio").get(PATH).then().statusCode(403);
    }

    @Test
    @TestSecurity
    void callersWithoutCredentialsAreRefused() {
        given().get(PATH).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    }
}
