package dev.coffer.asset.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.caller.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.apache.commons.codec.digest.Blake3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class ImageUploadIT {
    @Inject
    Rows rows;

    private final Owner owner = Rows.somebody();

    @ParameterizedTest
    @ValueSource(strings = {"/api/upload/image", "/upload/image"})
    void aFileGetsANameOfOursAndIsFoundByIt(String path) {
        byte[] sound = "RIFF sound".getBytes();
        String name = HexFormat.of().formatHex(Blake3.hash(sound)) + ".wav";
        JsonPath file = me().multiPart("image", "About us.WAV", sound, "audio/wav")
                .multiPart("subfolder", "pasted").multiPart("type", "temp").multiPart("overwrite", "true")
                .post(path).then().statusCode(200)
                .body("name", equalTo(name)).body("subfolder", equalTo("pasted")).body("type", equalTo("temp"))
                .body("asset.name", equalTo("About us.WAV")).body("asset.tags", contains("temp", "pasted", "uploaded"))
                .body("asset.size", equalTo(sound.length)).body("asset.user_metadata.subfolder", equalTo("pasted"))
                .extract().jsonPath();
        assertThat(file.getString("asset.asset_hash")).isEqualTo("blake3:" + name.substring(0, 64));
        assertThat(view(name)).isEqualTo(sound);
        assertThat(view("About us.WAV [temp]")).isEqualTo(sound);
    }

    @Test
    void theDefaultIsAnInputInTheRoot() {
        me().multiPart("image", "a.png", new byte[] {1}).post("/api/upload/image").then().statusCode(200)
                .body("type", equalTo("input")).body("subfolder", equalTo(""))
                .body("asset.tags", contains("input", "uploaded")).body("asset.mime_type", equalTo("image/png"));
    }

    @Test
    void theSameBytesHaveOneNameAndOneAsset() {
        JsonPath first = me().multiPart("image", "a.png", new byte[] {2}).post("/api/upload/image").jsonPath();
        JsonPath again = me().multiPart("image", "b.png", new byte[] {2}).post("/api/upload/image").jsonPath();
        assertThat(again.getString("name")).isEqualTo(first.getString("name"));
        assertThat(again.getString("asset.id")).isEqualTo(first.getString("asset.id"));
        assertThat(rows.ask("select count(*) from asset where tenant = ?", owner.tenant())).containsExactly("1");
    }

    @Test
    void theSameBytesSomewhereElseAreAnotherAsset() {
        JsonPath input = me().multiPart("image", "a.png", new byte[] {3}).post("/api/upload/image").jsonPath();
        JsonPath output = me().multiPart("image", "b.png", new byte[] {3}).multiPart("type", "output")
                .multiPart("subfolder", "webcam").post("/api/upload/image").jsonPath();
        assertThat(output.getString("asset.id")).isNotEqualTo(input.getString("asset.id"));
        assertThat(output.getString("asset.name")).isEqualTo("b.png");
        assertThat(output.getList("asset.tags")).containsExactly("output", "uploaded", "webcam");
    }

    @Test
    void aJobHasWhatItMadeAsItsOwn() {
        String job = "01a1ff37-e343-77c1-96eb-30e0441824b6";
        me().multiPart("image", "a.png", new byte[] {4}).post("/api/upload/image").then().statusCode(200);
        for (int i = 0; i < 2; i++) {
            me().multiPart("image", "a.png", new byte[] {4}).multiPart("job_id", job).post("/api/upload/image").then()
                    .statusCode(200)
                    .body("asset.job_id", equalTo(job));
        }
        assertThat(rows.ask("select count(*) from asset where tenant = ?", owner.tenant())).containsExactly("2");
    }

    @Test
    void aFileUnderAnotherNameIsNoFile() {
        me().multiPart("picture", "a.png", new byte[] {(byte) 0xff, 0}).post("/api/upload/image").then()
                .statusCode(400)
                .body("code", equalTo("MISSING_FILE"));
    }

    @ParameterizedTest
    @CsvSource({
        "../a.png, , , INVALID_PATH",
        "/etc/a.png, , , INVALID_PATH",
        "a/../../b.png, , , INVALID_PATH",
        "a.png, .., , INVALID_PATH",
        "a.png, /etc, , INVALID_PATH",
        "a.png, , models, INVALID_BODY",
        "a/, , , INVALID_BODY",
    })
    void whatLeadsOutsideIsRefusedAndNothingIsKept(String filename, String subfolder, String type, String code) {
        RequestSpecification request = me().multiPart("image", filename, new byte[] {3});
        if (subfolder != null) {
            request.multiPart("subfolder", subfolder);
        }
        if (type != null) {
            request.multiPart("type", type);
        }
        request.post("/api/upload/image").then().statusCode(400).body("code", equalTo(code));
        assertThat(rows.ask("select count(*) from asset where tenant = ?", owner.tenant())).containsExactly("0");
    }

    @Test
    void withoutAFileThereIsNothingToKeep() {
        me().multiPart("type", "input").post("/api/upload/image").then().statusCode(400)
                .body("code", equalTo("MISSING_FILE"));
        me().multiPart("image", "a.png", new byte[0]).post("/api/upload/image").then().statusCode(400)
                .body("code", equalTo("EMPTY_UPLOAD"));
        me().multiPart("image", "no file").post("/api/upload/image").then().statusCode(400)
                .body("code", equalTo("INVALID_BODY"));
        me().contentType("application/json").body("{}").post("/api/upload/image").then().statusCode(415);
        given().multiPart("image", "a.png", new byte[1]).post("/api/upload/image").then().statusCode(401);
    }

    private RequestSpecification me() {
        return given().header("X-API-Key", Neighbours.key(owner));
    }

    private byte[] view(String name) {
        return me().queryParam("filename", name).queryParam("redirect", "false").get("/api/view").then().statusCode(200)
                .extract().asByteArray();
    }
}
