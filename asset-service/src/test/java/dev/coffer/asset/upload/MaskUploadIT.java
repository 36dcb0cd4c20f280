package dev.coffer.asset.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.image.Pictures;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class MaskUploadIT {
    @Inject
    Rows rows;

    private final Owner owner = Rows.somebody();

    @ParameterizedTest
    @ValueSource(strings = {"/api/upload/mask", "/upload/mask"})
    void theMaskBecomesTheOpacityOfTheOriginal(String path) throws IOException {
        byte[] original = Pictures.withChunk(Pictures.png(40, 20), "tEXt", "workflow\0{\"nodes\":[]}".getBytes());
        original = Pictures.withChunk(original, "zTXt", new byte[] {'k', 0, 0, 1, 2, 3});
        String name = upload("photo.png", original);
        JsonPath masked = mask(path, "clipspace-mask-17.png", vertical(40, 20),
                "{\"filename\":\"" + name + "\",\"type\":\"input\"}")
                .then().statusCode(200).body("type", equalTo("input")).body("subfolder", equalTo("clipspace"))
                .body("metadata.is_mask", equalTo(true)).body("metadata.mask_type", equalTo("mask"))
                .body("metadata.original_hash", equalTo("blake3:" + name.substring(0, 64)))
                .body("asset.mime_type", equalTo("image/png")).body("asset.metadata.width", equalTo(40)).extract()
                .jsonPath();
        assertThat(masked.getString("metadata.related_files.mask")).isEqualTo(masked.getString("name"));
        byte[] file = view(masked.getString("name"));
        BufferedImage image = Pictures.read(file);
        assertThat(image.getRGB(0, 0)).isEqualTo(0x00ff0000);
        assertThat(image.getRGB(39, 0)).isEqualTo(0x000000ff);
        assertThat(image.getRGB(0, 19)).isEqualTo(0xffff0000);
        String chunks = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(chunks).contains("tEXtworkflow\0{\"nodes\":[]}", "zTXtk\0\0\1\2\3");
        assertThat(rows.ask("select count(*) from asset where tenant = ?", owner.tenant())).containsExactly("2");
    }

    @Test
    void anyImageCanBeMasked() throws IOException {
        String gif = upload("a.gif", Pictures.gif(8, 4));
        String name = mask("/api/upload/mask", "m.jpg", vertical(8, 4), "{\"filename\":\"" + gif + "\"}")
                .then().statusCode(200).extract().path("name");
        assertThat(name).endsWith(".png");
        assertThat(Pictures.read(view(name)).getRGB(0, 0) >>> 24).isZero();
        layers(name).then().statusCode(200).body("mask", equalTo(name)).body("paint", nullValue());
    }

    @Test
    void theLayersOfADrawingKnowEachOther() throws IOException {
        String photo = upload("photo.png", Pictures.png(16, 16));
        String ref = "{\"filename\":\"" + photo + "\",\"subfolder\":\"\",\"type\":\"input\"}";
        String mask = mask("/api/upload/mask", "clipspace-mask-99.png", vertical(16, 16), ref).path("name");
        String paint = upload("clipspace-paint-99.png", Pictures.png(16, 4));
        String painted = upload("clipspace-painted-99.png", Pictures.png(16, 8));
        JsonPath last = mask("/api/upload/mask", "clipspace-painted-masked-99.png", vertical(16, 8),
                "{\"filename\":\"" + painted + "\"}").then().statusCode(200)
                .body("metadata.mask_type", equalTo("painted_masked")).extract().jsonPath();
        assertThat(last.getMap("metadata.related_files"))
                .isEqualTo(java.util.Map.of("mask", mask, "paint", paint, "painted", painted));
        for (String any : new String[] {mask, paint, painted, last.getString("name"), "clipspace-paint-99.png"}) {
            layers(any).then().statusCode(200).body("mask", equalTo(mask)).body("paint", equalTo(paint))
                    .body("painted", equalTo(painted)).body("painted_masked", equalTo(last.getString("name")));
        }
        String other = upload("clipspace-paint-100.png", Pictures.png(16, 4));
        assertThat(other).isEqualTo(paint);
        layers(paint).then().statusCode(200).body("paint", equalTo(paint)).body("mask", nullValue()).body("",
                hasKey("mask"));
        layers(mask).then().statusCode(200).body("paint", equalTo(paint));
        layers(photo).then().statusCode(404).body("code", equalTo("FILE_NOT_FOUND"));
        layers("unknown.png").then().statusCode(404);
        me().get("/api/files/mask-layers").then().statusCode(400);
        given().header("X-API-Key", Neighbours.key(Rows.somebody())).queryParam("filename", mask)
                .get("/api/files/mask-layers").then().statusCode(404);
    }

    @Test
    void aMaskThatChangesNothingIsALayerToo() {
        String photo = upload("photo.png", vertical(16, 16));
        String masked =
                mask("/api/upload/mask", "clipspace-mask-7.png", vertical(16, 16), "{\"filename\":\"" + photo + "\"}")
                        .then().statusCode(200).extract().path("name");
        assertThat(masked).isEqualTo(photo);
        for (String any : new String[] {masked, "photo.png", "clipspace-mask-7.png"}) {
            layers(any).then().statusCode(200).body("mask", equalTo(masked)).body("paint", nullValue());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'{\"filename\":\"/etc/passwd\"}' | 400 | INVALID_PATH",
        "'{\"filename\":\"../a.png\"}' | 400 | INVALID_PATH",
        "'{\"filename\":\"a.png\",\"subfolder\":\"../..\"}' | 403 | FORBIDDEN",
        "'{\"filename\":\"a.png\",\"type\":\"models\"}' | 400 | INVALID_BODY",
        "'{\"filename\":\"a.png\"}' | 404 | FILE_NOT_FOUND",
        "'{\"filename\":5}' | 400 | INVALID_BODY",
        "'{}' | 400 | INVALID_BODY",
        "'[]' | 400 | INVALID_BODY",
        "'no json' | 400 | INVALID_BODY",
        "' ' | 400 | INVALID_BODY",
    })
    void aWrongOriginalIsRefusedAndNothingIsKept(String ref, int status, String code) {
        mask("/api/upload/mask", "m.png", vertical(4, 4), ref).then().statusCode(status).body("code", equalTo(code));
        assertThat(rows.ask("select count(*) from asset where tenant = ?", owner.tenant())).containsExactly("0");
    }

    @Test
    void whatCannotBeMaskedIsRefused() throws IOException {
        String photo = "{\"filename\":\"" + upload("photo.png", Pictures.png(16, 16)) + "\"}";
        String text = "{\"filename\":\"" + upload("a.txt", "text".getBytes()) + "\"}";
        refused(vertical(16, 15), photo, "INVALID_IMAGE");
        refused(vertical(16, 16), text, "INVALID_IMAGE");
        refused("text".getBytes(), photo, "INVALID_IMAGE");
        refused(Arrays.copyOf(vertical(16, 16), 60), photo, "INVALID_IMAGE");
        refused(Pictures.claiming(60_000, 60_000), photo, "IMAGE_TOO_LARGE");
        me().multiPart("original_ref", photo).post("/api/upload/mask").then().statusCode(400)
                .body("code", equalTo("MISSING_FILE")).body("", not(hasKey("metadata")));
        given().multiPart("image", "m.png", new byte[1]).post("/api/upload/mask").then().statusCode(401);
    }

    private void refused(byte[] mask, String ref, String code) {
        mask("/api/upload/mask", "m.png", mask, ref).then().statusCode(400).body("code", equalTo(code));
    }

    /** Transparent above, opaque below. */
    private static byte[] vertical(int width, int height) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
        for (int x = 0; x < width; x++) {
            for (int y = height / 2; y < height; y++) {
                mask.setRGB(x, y, 0xff123456);
            }
        }
        return Pictures.png(mask);
    }

    private Response mask(String path, String called, byte[] mask, String ref) {
        return me().multiPart("image", called, mask).multiPart("original_ref", ref).multiPart("type", "input")
                .multiPart("subfolder", "clipspace").post(path);
    }

    private String upload(String called, byte[] file) {
        return me().multiPart("image", called, file).post("/api/upload/image").then().statusCode(200).extract()
                .path("name");
    }

    private Response layers(String name) {
        return me().queryParam("filename", name).get("/api/files/mask-layers");
    }

    private byte[] view(String name) {
        return me().queryParam("filename", name).queryParam("redirect", "false").get("/api/view").then().statusCode(200)
                .extract().asByteArray();
    }

    private RequestSpecification me() {
        return given().header("X-API-Key", Neighbours.key(owner));
    }
}
