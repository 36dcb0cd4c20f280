package dev.coffer.asset.file;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to the labels of an asset does not move its file. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class FilePlaceIT {
    private final Owner owner = Rows.somebody();

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"name\":\"My cat\"}", "{\"user_metadata\":{}}",
        "{\"user_metadata\":{\"subfolder\":\"other\",\"filename\":\"x.png\"}}",
        "{\"tags\":[\"mine\"]}", "{\"tags\":[\"output\"]}",
        "{\"name\":\"y.png\",\"tags\":[],\"user_metadata\":{\"a\":1}}"
    })
    void labelsDoNotMoveAFile(String change) {
        JsonPath file = upload("image.png", 1);
        String preview = file.getString("asset.preview_url");
        change(file, change);
        assertShows(1, Map.of("filename", "image.png", "type", "input", "subfolder", "pasted"));
        assertShows(1, Map.of("filename", "image.png [input]"));
        assertShows(1, Map.of("filename", "image.png"));
        assertThat(upload("image.png", 2).getString("asset.name")).isEqualTo("image (1).png");
        assertThat(upload("image.png", 1).getString("asset.id")).isEqualTo(file.getString("asset.id"));
        me().queryParam("hash", "pasted/image.png [input]").get("/api/assets").then()
                .body("assets.id", hasItem(file.getString("asset.id")));
        me().get("/api/assets/" + file.getString("asset.id")).then().body("preview_url", equalTo(preview));
        assertThat(preview).startsWith("/api/view?type=input&filename=" + file.getString("name") + "&sig=");
    }

    @Test
    void takingATagOffDoesNotMoveAFileEither() {
        JsonPath file = upload("image.png", 1);
        me().contentType("application/json").body("{\"tags\":[\"input\",\"uploaded\",\"pasted\"]}")
                .delete("/api/assets/" + file.getString("asset.id") + "/tags").then().statusCode(200);
        assertShows(1, Map.of("filename", "image.png", "type", "input", "subfolder", "pasted"));
    }

    @Test
    void whatIsRenamedIsFoundByItsLabelUnlessAFileHasThatName() {
        JsonPath file = upload("image.png", 1);
        change(file, "{\"name\":\"cat.png\"}");
        assertShows(1, Map.of("filename", "cat.png", "type", "input", "subfolder", "pasted"));
        assertThat(upload("cat.png", 2).getString("asset.name")).isEqualTo("cat.png");
        assertShows(2, Map.of("filename", "cat.png", "type", "input", "subfolder", "pasted"));
        assertShows(1, Map.of("filename", "image.png"));
    }

    @Test
    void whoOverwritesTakesTheNameAndDeletingGivesItBack() {
        JsonPath first = upload("image.png", 1);
        change(first, "{\"name\":\"old\"}");
        JsonPath second = me().multiPart("image", "image.png", new byte[] {9, 2}).multiPart("subfolder", "pasted")
                .multiPart("overwrite", "true").post("/api/upload/image").then().statusCode(200).extract().jsonPath();
        change(second, "{\"name\":\"new\"}");
        Map<String, String> name = Map.of("filename", "image.png", "type", "input", "subfolder", "pasted");
        assertShows(2, name);
        me().delete("/api/assets/" + second.getString("asset.id")).then().statusCode(204);
        assertShows(1, name);
        me().delete("/api/assets/" + first.getString("asset.id")).then().statusCode(204);
        unknown(name);
        assertThat(upload("image.png", 3).getString("asset.name")).isEqualTo("image.png");
    }

    @Test
    void otherAssetsLieWhereTheirLabelsSayAtTheirBirth() {
        String id = me().multiPart("tags", "output").multiPart("user_metadata", "{\"subfolder\":\"a/b/\"}")
                .multiPart("file", "out.png", new byte[] {8, 1}).post("/api/assets").then().statusCode(201).extract()
                .path("id");
        change(id, "{\"name\":\"n\",\"tags\":[],\"user_metadata\":{}}");
        assertShows(8, 1, Map.of("filename", "out.png", "type", "output", "subfolder", "a/b"));
        String hash = me().get("/api/assets/" + id).path("hash");
        me().delete("/api/assets/" + id);
        me().multiPart("file", "keep.bin", new byte[] {8, 1}).post("/api/assets").then().statusCode(201);
        me().contentType("application/json")
                .body("{\"hash\":\"" + hash + "\",\"file_path\":\"temp/x/minted.png\",\"tags\":[\"t\"]}")
                .post("/api/v2/assets/from-hash").then().statusCode(201);
        assertShows(8, 1, Map.of("filename", "minted.png", "type", "temp", "subfolder", "x"));
        unknown(Map.of("filename", "minted.png", "type", "input"));
    }

    @Test
    void aModelIsLoadedByTheNameOfItsFile() {
        String id = me().multiPart("tags", "models,model_type:checkpoints")
                .multiPart("file", "x.safetensors", new byte[] {7})
                .post("/api/assets").then().body("loader_path", equalTo("x.safetensors")).extract().path("id");
        me().contentType("application/json").body("{\"name\":\"The best one\"}").put("/api/assets/" + id).then()
                .body("loader_path", equalTo("x.safetensors")).body("display_name", equalTo("The best one"));
    }

    @Test
    void anyFolderCanBeKept() {
        String folder = "ö".repeat(507);
        String name = "ü".repeat(510);
        String hash = upload("image.png", 6).getString("asset.hash");
        me().contentType("application/json")
                .body("{\"hash\":\"" + hash + "\",\"file_path\":\"output/" + folder.substring(1) + "/" + name + "\"}")
                .post("/api/v2/assets/from-hash").then().statusCode(201);
        assertShows(6, Map.of("filename", name, "type", "output", "subfolder", folder.substring(1)));
        String metadata = "{\"subfolder\":\"" + Rows.somebody().tenant().repeat(1400) + "\"}";
        me().multiPart("user_metadata", metadata).multiPart("tags", "input").multiPart("file", "z.png", new byte[] {5})
                .post("/api/assets").then().statusCode(201);
    }

    @Test
    void aMaskFindsItsOriginalUnderAnyLabel() {
        JsonPath file = upload("image.png", 1);
        change(file, "{\"name\":\"n\",\"tags\":[],\"user_metadata\":{}}");
        me().multiPart("image", "mask.png", new byte[] {1})
                .multiPart("original_ref", "{\"filename\":\"image.png\",\"subfolder\":\"pasted\",\"type\":\"input\"}")
                .post("/api/upload/mask").then().statusCode(400).body("code", containsString("IMAGE"));
    }

    private JsonPath upload(String name, int content) {
        return me().multiPart("image", name, new byte[] {9, (byte) content}).multiPart("subfolder", "pasted")
                .post("/api/upload/image").then().statusCode(200).extract().jsonPath();
    }

    private void change(JsonPath file, String change) {
        change(file.getString("asset.id"), change);
    }

    private void change(String id, String change) {
        me().contentType("application/json").body(change).put("/api/assets/" + id).then().statusCode(200);
    }

    private void assertShows(int content, Map<String, String> file) {
        assertShows(9, content, file);
    }

    private void assertShows(int first, int second, Map<String, String> file) {
        assertThat(show(file)).containsExactly(first, second);
    }

    private byte[] show(Map<String, String> file) {
        return me().queryParams(file).queryParam("redirect", "false").get("/api/view").then().statusCode(200).extract()
                .asByteArray();
    }

    private void unknown(Map<String, String> file) {
        me().queryParams(file).queryParam("redirect", "false").get("/api/view").then().statusCode(404);
    }

    private RequestSpecification me() {
        return given().header("X-API-Key", Neighbours.key(owner));
    }
}
