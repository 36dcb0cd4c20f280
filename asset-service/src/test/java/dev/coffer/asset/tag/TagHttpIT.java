package dev.coffer.asset.tag;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "ann"),
    @Claim(key = "tenant", value = "tags"),
    @Claim(key = "workspaces", value = "studio")
})
class TagHttpIT {
    private static final String REFINE = "/api/assets/tags/refine";

    @Inject
    Rows rows;

    @Test
    void tagsOfTheWorkspaceOfTheRequest() {
        rows.add(Owner.user("tags", "ann"), "mine", "ann's", "input");
        rows.add(Owner.workspace("tags", "studio"), "ours", "studio's", "input");
        given().get("/api/tags").then().statusCode(200)
                .body("tags.name", hasItem("ann's")).body("tags.name", not(hasItem("studio's")));
        given().header("X-Comfy-Workspace-ID", "studio").get("/api/tags?prefix=studio").then().statusCode(200)
                .body("tags", equalTo(List.of(Map.of("name", "studio's", "count", 1))))
                .body("total", equalTo(1)).body("has_more", equalTo(false));
        given().header("X-Comfy-Workspace-ID", "studio").get(REFINE + "?include_tags=input&include_tags=studio's")
                .then()
                .statusCode(200).body("tag_counts", equalTo(Map.of("studio's", 1, "input", 1)));
        given().header("X-Comfy-Workspace-ID", "other").get("/api/tags").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tags?limit=0", "/api/tags?prefix=%00", "/api/tags?order=x", REFINE + "?limit=1001",
        REFINE + "?metadata_filter=%5B%5D", REFINE + "?name_contains=%00", REFINE + "?include_public=x"})
    void whatIsWrongIsA400(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400)
                .body("code", equalTo("INVALID_QUERY")).body("error.code", equalTo("INVALID_QUERY"));
    }

    @Test
    void bothSpellingsAtOnceAreRefused() {
        given().get(REFINE + "?tags_all=a&include_tags=b").then().statusCode(400).body("code",
                equalTo("INVALID_TAG_FILTER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tags", REFINE})
    @TestSecurity
    void withoutCredentialsItIs401(String path) {
        given().get(path).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    }
}
