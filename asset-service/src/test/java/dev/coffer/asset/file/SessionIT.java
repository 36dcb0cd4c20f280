package dev.coffer.asset.file;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The session cookie opens what elements of a page load, and nothing else. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class SessionIT {
    @Inject
    Rows rows;

    private final Owner owner = Rows.somebody();

    @Test
    void itOpensFilesAndContentsOfItsWorkspace() {
        Asset asset = rows.add(owner, "a.png", "input");
        browser(owner).get("/api/view?filename=a.png").then().statusCode(302);
        browser(owner).head("/view?filename=a.png").then().statusCode(302);
        browser(owner).get("/api/assets/" + asset.id + "/content").then().statusCode(302);
        Owner team = Owner.workspace(owner.tenant(), "team");
        browser(team).get("/api/view?filename=a.png").then().statusCode(404);
        browser(owner).header("X-Comfy-Workspace-ID", "team").get("/api/view?filename=a.png").then().statusCode(403)
                .body("code", equalTo("workspace_access_denied"));
    }

    @Test
    void itOpensNothingElse() {
        Asset asset = rows.add(owner, "a.png", "input");
        browser(owner).get("/api/assets").then().statusCode(401);
        browser(owner).get("/api/assets/" + asset.id).then().statusCode(401);
        browser(owner).delete("/api/assets/" + asset.id).then().statusCode(401);
        browser(owner).multiPart("image", "a.png", new byte[1]).post("/api/upload/image").then().statusCode(401);
        browser(owner).post("/api/view?filename=a.png").then().statusCode(405);
    }

    @Test
    void whatItOpenedIsNotKeptForTheNextSession() {
        rows.add(owner, "a.png", "input");
        browser(owner).get("/api/view?filename=a.png").then().header("Vary", containsString("Cookie"));
    }

    @Test
    void itMustBeValidAndACredentialInAHeaderGoesBefore() {
        rows.add(owner, "a.png", "input");
        browser(new Owner("nobody", "user:x")).get("/api/view?filename=a.png").then().statusCode(401)
                .body("code", equalTo("UNAUTHORIZED"));
        given().cookie("session", "something else").get("/api/view?filename=a.png").then().statusCode(401);
        browser(owner).header("X-API-Key", Neighbours.key(Rows.somebody())).get("/api/view?filename=a.png").then()
                .statusCode(404);
    }

    private static RequestSpecification browser(Owner owner) {
        return given().redirects().follow(false).cookie("session", Neighbours.session(owner));
    }
}
