package dev.coffer.asset.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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

    @Inject
    DataSource database;

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
    void anotherFileOfTheSameNameGetsANumber() {
        for (int i = 1; i <= 6; i++) {
            String name = i == 1 ? "image.png" : "image (" + (i - 1) + ").png";
            upload("image.png", i).then().statusCode(200).body("asset.name", equalTo(name))
                    .body("asset.user_metadata.filename", equalTo(name));
            assertThat(view(name + " [input]")).containsExactly(9, i);
        }
        upload("image.png", 4).then().statusCode(200).body("asset.name", equalTo("image (3).png"));
        assertThat(view("image.png [input]")).containsExactly(9, 1);
        me().multiPart("image", "image.png", new byte[] {9, 7}).multiPart("subfolder", "pasted")
                .post("/api/upload/image")
                .then().statusCode(200).body("asset.name", equalTo("image.png"));
        assertThat(view("image.png [input]")).containsExactly(9, 1);
    }

    @Test
    void whoOverwritesTakesTheNameOver() {
        upload("image.png", 1).then().statusCode(200);
        me().multiPart("image", "image.png", new byte[] {9, 2}).multiPart("overwrite", "true").post("/api/upload/image")
                .then().statusCode(200).body("asset.name", equalTo("image.png"));
        assertThat(view("image.png [input]")).containsExactly(9, 2);
        for (int content : new int[] {1, 1, 2}) {
            me().multiPart("image", "image.png", new byte[] {9, (byte) content}).multiPart("overwrite", "true")
                    .post("/api/upload/image").then().statusCode(200).body("asset.name", equalTo("image.png"));
            assertThat(view("image.png [input]")).containsExactly(9, content);
        }
        assertThat(rows.ask("select count(*) from asset where tenant = ?", owner.tenant())).containsExactly("4");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDeletedMeanwhileIsNotReused(boolean overwrite) throws Exception {
        String id = upload("race.png", 1).jsonPath().getString("asset.id");
        try (Connection connection = database.getConnection(); var thread = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("delete from asset where id = '" + id + "'");
            Future<String> again = thread.submit(() -> me().multiPart("image", "race.png", new byte[] {9, 1})
                    .multiPart("overwrite", overwrite).post("/api/upload/image").jsonPath().getString("asset.id"));
            awaitAWaitingRequest();
            connection.commit();
            assertThat(again.get()).isNotEqualTo(id);
            me().get("/api/assets/" + again.get()).then().statusCode(200);
        }
    }

    private void awaitAWaitingRequest() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String waiting =
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share%'"
                        + " and pid <> pg_backend_pid()";
        while (rows.ask(waiting).equals(List.of("0"))) {
            assertThat(System.nanoTime()).as("no request waits for the deletion").isLessThan(deadline);
        }
    }

    @Test
    void whatHasAnEndIsNotReused() {
        rows.add(owner, "image.png", row -> {
            row.tags = List.of("input");
            row.hash = "blake3:" + HexFormat.of().formatHex(Blake3.hash(new byte[] {9, 1}));
            row.reusable = false;
            row.expiresAt = Instant.now().plusSeconds(60);
        });
        upload("image.png", 1).then().statusCode(200).body("asset.name", equalTo("image (1).png"));
    }

    @Test
    void theFolderKnowsItsOwnAfterAnotherCopyIsGone() {
        String root = upload("x.png", 1).jsonPath().getString("asset.id");
        String pasted = pasted("y.png").getString("asset.id");
        me().delete("/api/assets/" + root).then().statusCode(204);
        assertThat(pasted("z.png").getString("asset.id")).isEqualTo(pasted);
    }

    private JsonPath pasted(String name) {
        return me().multiPart("image", name, new byte[] {9, 1}).multiPart("subfolder", "pasted")
                .post("/api/upload/image")
                .then().statusCode(200).extract().jsonPath();
    }

    @Test
    void namesAreGivenOutOneByOne() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<String>> names = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> upload("drop.png", i).jsonPath().getString("asset.name")))
                    .toList();
            for (Future<String> name : names) {
                assertThat(name.get()).startsWith("drop");
            }
        }
        assertThat(rows.ask("select count(distinct name) from asset where tenant = ?", owner.tenant()))
                .containsExactly("6");
    }

    @Test
    void whatWasUploadedOneWayIsKnownToTheOthers() {
        JsonPath input = upload("image.png", 1).jsonPath();
        String body = "{\"hash\":\"" + input.getString("asset.hash") + "\",\"tags\":[\"input\"]}";
        me().contentType("application/json").body(body).post("/api/assets/from-hash").then().statusCode(200)
                .body("id", equalTo(input.getString("asset.id"))).body("created_new", equalTo(false));
        me().multiPart("file", "again.png", new byte[] {9, 1}).post("/api/assets").then().statusCode(200)
                .body("id", equalTo(input.getString("asset.id")));
        JsonPath asset =
                me().multiPart("tags", "input").multiPart("file", "b.png", new byte[] {9, 2}).post("/api/assets")
                        .jsonPath();
        upload("b.png", 2).then().statusCode(200).body("asset.id", equalTo(asset.getString("id")));
    }

    @Test
    void aFileIsFoundByEachOfItsNames() {
        JsonPath file = upload("image.png", 1).jsonPath();
        String hash = file.getString("asset.hash");
        for (String called : List.of(hash, hash.substring(7), file.getString("name"), "image.png", "some/image.png",
                "pasted/" + file.getString("name"), "image.png [input]", "some\\image.png")) {
            me().queryParam("hash", called).get("/api/assets").then().statusCode(200)
                    .body("assets.id", contains(file.getString("asset.id")));
        }
        for (String unknown : List.of("sha256:" + hash.substring(7), "image", "other.png", "nope:")) {
            me().queryParam("hash", unknown).get("/api/assets").then().statusCode(200).body("total", equalTo(0));
        }
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

    private Response upload(String name, int content) {
        return me().multiPart("image", name, new byte[] {9, (byte) content}).post("/api/upload/image");
    }

    private RequestSpecification me() {
        return given().header("X-API-Key", Neighbours.key(owner));
    }

    private byte[] view(String name) {
        return me().queryParam("filename", name).queryParam("redirect", "false").get("/api/view").then().statusCode(200)
                .extract().asByteArray();
    }
}
