package dev.coffer.userdata.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;

import dev.coffer.userdata.UserdataServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front end of autumn 2026 asks when it starts (comfy.md section 0.7). */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "eve")
@OidcSecurity(claims = {@Claim(key = "sub", value = "eve"), @Claim(key = "tenant", value = "acme")})
class BootIT {
    @ParameterizedTest
    @CsvSource({
        "/api/userdata/user.css, 404", "/api/features, 200", "/api/users, 200", "/api/system_stats, 200",
        "/api/settings, 200", "/api/userdata?dir=workflows&recurse=true&split=false&full_info=true, 404",
        "/api/userdata/comfy.templates.json, 404", "/api/userdata?dir=subgraphs&recurse=true, 404",
        "/api/userdata/workflows%2F.index.json, 404", "/api/user, 200", "/users, 200",
        "/features, 200", "/system_stats, 200"
    })
    void aFirstStart(String path, int status) {
        given().urlEncodingEnabled(false).header("Comfy-User", "").get(path).then().statusCode(status);
    }

    @Test
    @TestSecurity
    void featuresAndStatisticsAreOpenToEverybody() {
        given().get("/api/features").then().statusCode(200)
                .body("assets", equalTo(true), "unified_web_session", equalTo(false))
                .body("max_upload_size", instanceOf(Number.class));
        given().get("/api/system_stats").then().statusCode(200)
                .body("system.comfyui_version", equalTo("0.27.0"), "system.argv", empty(), "devices", empty())
                .body("system.ram_total", equalTo(0), "system.embedded_python", equalTo(false));
    }

    @Test
    void thereIsNoPickerOfUsers() {
        given().get("/api/users").then().statusCode(200)
                .body("storage", equalTo("server"), "migrated", equalTo(true), "$", not(hasKey("users")));
        given().body("{\"username\":\"x\"}").post("/users").then().statusCode(405);
    }

    @Test
    void theCallerIsWhoTheTokenSays() {
        given().header("Comfy-User", "root").get("/api/user").then().statusCode(200)
                .body("id", equalTo("eve"), "status", equalTo("active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/user", "/api/users", "/api/usage"})
    void aWorkspaceOfOthersIsRefusedHereToo(String path) {
        given().header("X-Comfy-Workspace-ID", "lab").get(path).then()
                .statusCode(403).body("code", equalTo("workspace_access_denied"));
    }

    @Test
    @TestSecurity
    void callersWithoutCredentialsAreRefused() {
        given().get("/api/user").then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
        given().get("/api/users").then().statusCode(401);
    }
}
