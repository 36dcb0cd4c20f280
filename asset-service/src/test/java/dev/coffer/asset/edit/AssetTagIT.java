package dev.coffer.asset.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.edit.AssetTagService.TagsAdded;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "tags")})
class AssetTagIT {
    private static final Owner ANN = Owner.user("tags", "ann");

    @Inject
    Rows rows;

    @Inject
    AssetTagService tags;

    @Test
    void tagsAreAddedToThoseThatAreThere() {
        Asset asset = rows.add(ANN, "it", "input", "b");
        post(asset.id, "{\"tags\":[\" c\",\"a\",\"b\",\"c\",\"\"]}").statusCode(200)
                .body("added", contains("a", "c"))
                .body("already_present", contains("b"))
                .body("total_tags", contains("a", "b", "c", "input"));
        assertThat(linked(asset)).containsExactly("a", "b", "c", "input");
        given().get("/api/assets/" + asset.id).then().body("tags", contains("input", "a", "b", "c"));
        assertThat(events(asset)).singleElement().asString().contains("dev.coffer.asset.updated");
    }

    @Test
    void tagsAreRemovedByTheBodyOfADelete() {
        Asset asset = rows.add(ANN, "it", "input", "a", "b");
        delete(asset.id, "{\"tags\":[\"z\",\"a\",\"input\"]}").statusCode(200)
                .body("removed", contains("a", "input"))
                .body("not_present", contains("z"))
                .body("total_tags", contains("b"));
        assertThat(linked(asset)).containsExactly("b");
        assertThat(events(asset)).singleElement().asString().contains("dev.coffer.asset.updated");
    }

    @Test
    void aDeleteNeedsNoContentTypeToHaveABody() throws Exception {
        Asset asset = rows.add(ANN, "it", "a", "b");
        HttpRequest untyped =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path(asset.id)))
                        .method("DELETE", BodyPublishers.ofString("{\"tags\":[\"a\"]}"))
                        .build();
        assertThat(HttpClient.newHttpClient().send(untyped, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(linked(asset)).containsExactly("b");
    }

    @Test
    void taggingDoesNotMoveTheAssetInLists() {
        Asset asset = rows.add(ANN, "it", "a");
        post(asset.id, "{\"tags\":[\"b\"]}").statusCode(200);
        assertThat(rows.ask("select updated_at = created_at from asset where id = ?", asset.id))
                .containsExactly("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tags\":[\"a\"]}", "{\"tags\":[\" \",\"\"]}"})
    void whatChangesNothingIsNoEvent(String body) {
        Asset asset = rows.add(ANN, "it", "a");
        post(asset.id, body).statusCode(200).body("added", empty()).body("total_tags", contains("a"));
        assertThat(events(asset)).isEmpty();
    }

    @Test
    void theSystemsTagIsNotForClients() {
        Asset gone = rows.add(ANN, "gone", "missing", "a");
        post(gone.id, "{\"tags\":[\"missing\"]}").statusCode(422).body("code", equalTo("RESERVED_TAG"));
        delete(gone.id, "{\"tags\":[\"a\",\"missing\"]}").statusCode(422).body("error.code", equalTo("RESERVED_TAG"));
        delete(gone.id, "{\"tags\":[\"a\"]}").statusCode(200).body("total_tags", contains("missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ | INVALID_JSON", "'' | INVALID_JSON", "[] | INVALID_BODY", "null | INVALID_BODY", "{} | INVALID_BODY",
        "{\"tags\":[]} | INVALID_BODY", "{\"tags\":null} | INVALID_BODY", "{\"tags\":\"a\"} | INVALID_BODY",
        "{\"tags\":[1]} | INVALID_BODY", "{\"tags\":[null]} | INVALID_BODY", "{\"tags\":[\"a\\u0000\"]} | INVALID_BODY",
        "{\"tags\":[\"\\ud800\"]} | INVALID_BODY"
    })
    void aBadBodyIs400(String body, String code) {
        Asset asset = rows.add(ANN, "it", "a");
        post(asset.id, body).statusCode(400).body("code", equalTo(code));
        delete(asset.id, body).statusCode(400).body("code", equalTo(code));
        assertThat(linked(asset)).containsExactly("a");
    }

    @Test
    void anAssetHasAtMostAHundredTags() {
        Asset asset = rows.add(ANN, "it", IntStream.range(0, 99).mapToObj(i -> "t" + i).toArray(String[]::new));
        post(asset.id, "{\"tags\":[\"a\",\"b\"]}").statusCode(400).body("code", equalTo("INVALID_BODY"));
        post(asset.id, "{\"tags\":[\"a\"]}").statusCode(200);
    }

    @Test
    void othersAssetsAreUnknownAndPublicOnesAreNotForEverybodyToTag() {
        Asset foreign = rows.add(Owner.user("tags", "bob"), "foreign");
        Asset shared = rows.add(Owner.everybody("tags"), "shared");
        String body = "{\"tags\":[\"a\"]}";
        for (Object id : List.of(foreign.id, UUID.randomUUID(), "from-hash")) {
            post(id, body).statusCode(404).body("code", equalTo("ASSET_NOT_FOUND"));
            delete(id, body).statusCode(404).body("code", equalTo("ASSET_NOT_FOUND"));
        }
        post(shared.id, body).statusCode(403).body("code", equalTo("FORBIDDEN"));
        delete(shared.id, body).statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        post(UUID.randomUUID(), "{\"tags\":[\"a\"]}").statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void parallelTagsAreAllKept() throws Exception {
        Asset asset = rows.add(ANN, "it");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, 24).<Callable<TagsAdded>>mapToObj(
                    i -> () -> tags.add(ANN, asset.id, List.of("t" + i))).toList());
        }
        assertThat(linked(asset)).hasSize(24);
        assertThat(rows.ask("select cardinality(tags) from asset where id = ?", asset.id)).containsExactly("24");
    }

    private static ValidatableResponse post(Object id, String body) {
        return given().contentType("application/json").body(body).post(path(id)).then();
    }

    private static ValidatableResponse delete(Object id, String body) {
        return given().contentType("application/json").body(body).delete(path(id)).then();
    }

    private static String path(Object id) {
        return "/api/assets/" + id + "/tags";
    }

    private List<String> linked(Asset asset) {
        return rows.ask("select tag from asset_tag where id = ? order by tag", asset.id);
    }

    private List<String> events(Asset asset) {
        return rows.ask("select payload from outbox where record_key = ? order by seq", asset.id.toString());
    }
}
