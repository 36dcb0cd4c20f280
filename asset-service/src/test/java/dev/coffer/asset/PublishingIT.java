package dev.coffer.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assets that everybody of a tenant sees: ann has the role to write them, unless a test says otherwise. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
@TestSecurity(user = "ann", roles = "coffer-publisher")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "publishing")})
class PublishingIT {
    private static final Owner EVERYBODY = Owner.everybody("publishing");

    @Inject
    Rows rows;

    @ConfigProperty(name = "coffer.blob.url")
    String store;

    @Test
    void aPublisherUploadsForEverybody() {
        String name = "upload " + UUID.randomUUID();
        String id = upload(name, "true").then().statusCode(201)
                .body("is_immutable", equalTo(true)).body("created_new", equalTo(true)).extract().path("id");
        assertThat(owner(id)).isEqualTo("public");
        given().get("/api/assets?name_contains=" + name).then().body("assets.id", contains(id)).body("total",
                equalTo(1));
        given().get("/api/assets?include_public=false&name_contains=" + name).then().body("assets", empty());
        upload(name, "true").then().statusCode(200).body("id", equalTo(id)).body("created_new", equalTo(false));
    }

    @Test
    void aPublisherMakesPublicWhatTheWorkspaceHas() {
        String hash = upload("mine " + UUID.randomUUID(), "false").then().statusCode(201)
                .body("is_immutable", equalTo(false)).extract().path("hash");
        String id = fromHash(hash).statusCode(201).body("is_immutable", equalTo(true)).extract().path("id");
        assertThat(owner(id)).isEqualTo("public");
        fromHash(hash).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void aPublisherChangesAndRemovesPublicAssets() {
        Asset asset = rows.add(EVERYBODY, "before", "old");
        given().contentType("application/json").body(Map.of("name", "after")).put(path(asset)).then().statusCode(200)
                .body("name", equalTo("after")).body("is_immutable", equalTo(true));
        given().contentType("application/json").body("{\"tags\":[\"new\"]}").post(path(asset) + "/tags").then()
                .statusCode(200);
        given().contentType("application/json").body("{\"tags\":[\"old\"]}").delete(path(asset) + "/tags").then()
                .statusCode(200)
                .body("total_tags", contains("new"));
        given().delete(path(asset)).then().statusCode(204);
        given().delete(path(asset)).then().statusCode(404);
        given().get("/api/assets").then().body("assets.id", not(hasItem(asset.id.toString())));
    }

    @Test
    void oneselfComesBeforeEverybody() {
        Asset shared = rows.add(EVERYBODY, "shared");
        rows.add(Owner.user("publishing", "ann"), "mine", row -> row.id = shared.id);
        given().delete(path(shared)).then().statusCode(204);
        given().get(path(shared)).then().statusCode(200).body("name", equalTo("shared"));
    }

    @Test
    void anothersAssetsStayUnknownToPublishers() {
        Asset foreign = rows.add(Owner.user("publishing", "bob"), "foreign");
        Asset abroad = rows.add(Owner.everybody("elsewhere"), "abroad");
        given().delete(path(foreign)).then().statusCode(404);
        given().delete(path(abroad)).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "ann")
    @OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "publishing")})
    void withoutTheRolePublicAssetsAreToBeSeenOnly() {
        Asset asset = rows.add(EVERYBODY, "shared", "a");
        given().get(path(asset)).then().statusCode(200).body("is_immutable", equalTo(true));
        forbidden(given().contentType("application/json").body(Map.of("name", "mine")).put(path(asset)));
        forbidden(given().contentType("application/json").body("{\"tags\":[\"new\"]}").post(path(asset) + "/tags"));
        forbidden(given().contentType("application/json").body("{\"tags\":[\"a\"]}").delete(path(asset) + "/tags"));
        forbidden(given().delete(path(asset)));
        assertThat(rows.ask("select name || cast(tags as text) from asset where id = ?", asset.id))
                .containsExactly("shared{a}");
    }

    @Test
    @TestSecurity(user = "ann")
    @OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "humble")})
    void withoutTheRoleNothingIsPublished() {
        String hash = upload("mine", "false").then().statusCode(201).extract().path("hash");
        forbidden(upload("public", "true"));
        fromHash(hash).statusCode(403).body("code", equalTo("FORBIDDEN"));
        assertThat(rows.ask("select owner from asset where tenant = 'humble'")).containsExactly("user:ann");
        assertThat(given().get(store + "/held/humble").asString().lines()).hasSize(1);
    }

    @Test
    void itHasToBeSaidBeforeTheFile() {
        given().multiPart("file", "a.txt", "late".getBytes(StandardCharsets.UTF_8)).multiPart("public", "true")
                .post("/api/assets")
                .then().statusCode(400).body("code", equalTo("INVALID_BODY")).body("details.field", equalTo("public"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "1", "\"true\"", "{}"})
    void whatIsNeitherTrueNorFalseIsRefused(String value) {
        given().contentType("application/json")
                .body("{\"hash\":\"blake3:" + "0".repeat(64) + "\",\"tags\":[\"a\"],\"public\":" + value + "}")
                .post("/api/assets/from-hash").then().statusCode(400);
        upload("odd", value).then().statusCode(400).body("details.field", equalTo("public"));
    }

    private static Response upload(String content, String isPublic) {
        return given().multiPart("public", isPublic).multiPart("name", content)
                .multiPart("file", content + ".txt", content.getBytes(StandardCharsets.UTF_8)).post("/api/assets");
    }

    private static ValidatableResponse fromHash(String hash) {
        return given().contentType("application/json")
                .body(Map.of("hash", hash, "tags", new String[] {"a"}, "public", true))
                .post("/api/assets/from-hash").then();
    }

    private static void forbidden(Response response) {
        response.then().statusCode(403).body("code", equalTo("FORBIDDEN")).body("error.code", equalTo("FORBIDDEN"));
    }

    private static String path(Asset asset) {
        return "/api/assets/" + asset.id;
    }

    private String owner(String id) {
        return rows.ask("select owner from asset where id = ?", UUID.fromString(id)).getFirst();
    }
}
