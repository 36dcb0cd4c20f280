package dev.coffer.asset.maintenance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import dev.coffer.asset.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "acme")})
class MaintenanceIT {
    @Test
    void aScanIsOverAtOnce() {
        given().post("/api/assets/seed").then().statusCode(202).body("status", equalTo("started"));
        given().body("{\"roots\":[\"models\"]}").post("/api/assets/seed").then().statusCode(202);
        given().post("/api/assets/seed?wait=true").then().statusCode(200)
                .body("status", equalTo("completed"), "progress.scanned", equalTo(0), "errors", empty());
        given().get("/api/assets/seed/status").then().statusCode(200)
                .body("state", equalTo("IDLE"), "$", hasKey("progress"), "progress", nullValue(), "errors", empty());
        given().post("/api/assets/seed/cancel").then().statusCode(200).body("status", equalTo("idle"));
        given().post("/api/assets/prune").then().statusCode(200)
                .body("status", equalTo("completed"), "marked", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"roots\":[\"temp\"]}", "{\"roots\":[null]}", "{\"roots\":\"models\"}"})
    void rootsAreOfThoseThatAServerHas(String body) {
        given().contentType("application/json").body(body).post("/api/assets/seed").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "not-an-id", "0000"})
    void whatIsNoIdIsNoAsset(String word) {
        given().delete("/api/assets/" + word).then().statusCode(404).body("code", equalTo("ASSET_NOT_FOUND"));
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        given().post("/api/assets/seed").then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
        given().post("/api/assets/prune").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/assets/seed", "/api/assets/seed/cancel", "/api/assets/prune"})
    void aWorkspaceOfOthersIsRefusedHereToo(String path) {
        given().header("X-Comfy-Workspace-ID", "bob").post(path).then()
                .statusCode(403).body("code", equalTo("workspace_access_denied"));
    }
}
