package dev.coffer.asset.rendition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.image.Pictures;
import dev.coffer.common.identity.Owner;
import dev.coffer.rendering.format.ImageFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class RenditionIT {
    @Inject
    Rows rows;

    private final Owner owner = Rows.somebody();

    @Test
    void aThumbnailIsASmallJpegAndMadeOnce() throws IOException {
        String name = upload("photo.png", Pictures.png(800, 400));
        Response thumbnail = view(name, "res", "256");
        thumbnail.then().statusCode(200).contentType("image/jpeg").header("Access-Control-Allow-Origin", "*")
                .header("Content-Disposition", containsString("photo.jpeg"));
        BufferedImage image = Pictures.read(thumbnail.asByteArray());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(256, 128);
        assertThat(view(name, "res", "256").header("ETag")).isEqualTo(thumbnail.header("ETag"));
        assertThat(rows.ask("select kind from rendition where tenant = ?", owner.tenant()))
                .containsExactly("all/256/jpeg/85");
        me().queryParam("filename", name).queryParam("res", "256").header("Range", "bytes=0-1").get("/api/view").then()
                .statusCode(206);
        me().queryParam("filename", name).queryParam("res", "256").head("/api/view").then().statusCode(200);
    }

    @Test
    void aSmallImageIsNotEnlarged() throws IOException {
        BufferedImage image = Pictures.read(view(upload("small.png", Pictures.png(20, 10)), "res", "64").asByteArray());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(20, 10);
    }

    @Test
    void channelsAreShownApart() throws IOException {
        byte[] file = Pictures.png(40, 10);
        String name = upload("layers.png", file);
        BufferedImage colours = Pictures.read(png(view(name, "channel", "rgb")));
        assertThat(colours.getColorModel().hasAlpha()).isFalse();
        assertThat(List.of(colours.getRGB(0, 0), colours.getRGB(39, 9))).containsExactly(0xffff0000, 0xff0000ff);
        for (String alpha : List.of("a", "alpha")) {
            BufferedImage opacity = Pictures.read(png(view(name, "channel", alpha)));
            assertThat(List.of(opacity.getRGB(0, 0), opacity.getRGB(39, 9))).containsExactly(0x80000000, 0xff000000);
        }
        assertThat(png(view(name, "channel", "rgba"))).isEqualTo(file);
    }

    @Test
    void previewsSaveTheLine() throws IOException {
        String name = upload("layers.png", Pictures.png(300, 200));
        view(name, "preview", "webp;75").then().statusCode(200).contentType("image/webp");
        byte[] webp = view(name, "preview", "webp").asByteArray();
        assertThat(ImageFormat.of(webp)).contains(ImageFormat.WEBP);
        BufferedImage jpeg = Pictures.read(view(name, "preview", "jpeg;50").asByteArray());
        assertThat(List.of(jpeg.getWidth(), jpeg.getHeight())).containsExactly(300, 200);
    }

    @Test
    void everyFormatIsRead() throws IOException {
        byte[] webp = Pictures.webp(Pictures.twoHalves(100, 80));
        byte[] jpeg = Pictures.jpeg(Pictures.twoHalves(100, 80));
        for (byte[] file : List.of(webp, jpeg, Pictures.gif(100, 80), greys())) {
            BufferedImage image = Pictures.read(view(upload("file", file), "res", "64").asByteArray());
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(64, 51);
        }
        BufferedImage grey = Pictures.read(png(view(upload("grey.png", greys()), "channel", "rgb")));
        assertThat(grey.getRGB(5, 5)).isEqualTo(0xff646464);
    }

    @Test
    void anUploadTellsWhatItIsAndHasAThumbnail() throws IOException {
        JsonPath asset = me().multiPart("file", "photo.png", Pictures.png(640, 480)).multiPart("tags", "input")
                .post("/api/assets")
                .then().statusCode(201).body("metadata.kind", equalTo("image"))
                .body("metadata.width", equalTo(640)).body("metadata.height", equalTo(480)).extract().jsonPath();
        BufferedImage image =
                Pictures.read(given().urlEncodingEnabled(false).get(asset.getString("thumbnail_url")).then()
                        .statusCode(200).contentType("image/jpeg").extract().asByteArray());
        assertThat(image.getWidth()).isEqualTo(512);
        String unlocated =
                me().multiPart("file", "b.png", Pictures.png(64, 64)).post("/api/assets").path("thumbnail_url");
        given().urlEncodingEnabled(false).get(unlocated).then().statusCode(200).contentType("image/jpeg");
        JsonPath text = me().multiPart("file", "a.png", "no image".getBytes()).post("/api/assets").jsonPath();
        assertThat(text.getString("metadata")).isNull();
        assertThat(text.getString("thumbnail_url")).isNull();
        JsonPath huge =
                me().multiPart("file", "c.png", Pictures.claiming(20_000, 20_000)).post("/api/assets").jsonPath();
        assertThat(huge.getInt("metadata.width")).isEqualTo(20_000);
        assertThat(huge.getString("thumbnail_url")).isNull();
    }

    @Test
    void onlyTheHashKeepsARenderingInACache() throws IOException {
        String hash = upload("named.png", Pictures.png(100, 80));
        for (String[] wish : new String[][] {{"res", "64"}, {"preview", "jpeg"}, {"channel", "rgb"}}) {
            view(hash, wish[0], wish[1]).then().statusCode(200)
                    .header("Cache-Control", "private, max-age=86400, immutable")
                    .header("Content-Security-Policy", "sandbox; default-src 'none'");
            Response named = view("named.png", wish[0], wish[1]);
            named.then().statusCode(200).header("Cache-Control", "private, no-cache");
            me().queryParam("filename", "named.png").queryParam(wish[0], wish[1])
                    .header("If-None-Match", named.header("ETag"))
                    .get("/api/view").then().statusCode(304).header("Cache-Control", "private, no-cache");
        }
    }

    @Test
    void aPictureForPrintersIsShownInTheColoursOfAScreen() throws IOException {
        byte[] file = Pictures.inks(64, 48, 128, 255, 0, 200);
        BufferedImage shown = Pictures.read(png(view(upload("print.jpg", file), "channel", "rgb")));
        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(64, 48);
        Color colour = new Color(shown.getRGB(32, 24));
        assertThat(colour.getRed()).isCloseTo(100, within(3));
        assertThat(colour.getGreen()).isCloseTo(200, within(3));
        assertThat(colour.getBlue()).isCloseTo(0, within(3));
        JsonPath asset = me().multiPart("file", "print.jpg", file).post("/api/assets").jsonPath();
        given().urlEncodingEnabled(false).get(asset.getString("thumbnail_url")).then().statusCode(200);
    }

    @Test
    void renditionsGoWithTheirAsset() throws IOException {
        String name = upload("photo.png", Pictures.png(99, 99));
        view(name, "res", "64").then().statusCode(200);
        String ref = rows.ask("select content_ref from rendition where tenant = ?", owner.tenant()).getFirst();
        String id = rows.ask("select id from asset where tenant = ?", owner.tenant()).getFirst();
        me().delete("/api/assets/" + id).then().statusCode(204);
        assertThat(rows.ask("select kind from rendition where tenant = ?", owner.tenant())).isEmpty();
        assertThat(rows.ask("select kind from release where id = ?", UUID.fromString(ref)))
                .containsExactly("reference");
        // Pictures are released by the database, which has to say whose they were.
        assertThat(rows.ask("select owner from release where tenant = ?", owner.tenant())).hasSize(2)
                .containsOnly(owner.key());
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        String name = upload("photo.png", Pictures.png(300, 300));
        for (int res = 64; res < 64 + 35; res++) {
            view(name, "res", String.valueOf(res)).then().statusCode(200);
        }
        assertThat(rows.ask("select count(*) from rendition where tenant = ?", owner.tenant())).containsExactly("32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"res=64", "channel=rgb", "channel=a", "preview=webp", "preview=jpeg;20"})
    void whatIsNoImageIsRefused(String wish) throws IOException {
        byte[] png = Pictures.png(200, 200);
        byte[] noise = png.clone();
        new Random(1).nextBytes(noise);
        System.arraycopy(png, 0, noise, 0, 41);
        byte[] jpeg = Pictures.jpeg(Pictures.twoHalves(200, 200));
        for (byte[] file : List.of("<svg/>".getBytes(), new byte[1], Arrays.copyOf(png, 8), Arrays.copyOf(png, 40),
                noise,
                Arrays.copyOf(jpeg, jpeg.length - 200))) {
            refused(file, wish, "INVALID_IMAGE");
        }
        for (byte[] file : List.of(Pictures.claiming(60_000, 60_000), Pictures.claiming(16_385, 1),
                Pictures.claiming(9_000, 9_000))) {
            refused(file, wish, "IMAGE_TOO_LARGE");
        }
        refused(Pictures.claiming(0, 1), wish, "INVALID_IMAGE");
        refused(Pictures.claiming(-1, -1), wish, "INVALID_IMAGE");
    }

    @Test
    void manyAtOnceWaitForEachOther() throws Exception {
        String name = upload("large.png", Pictures.png(3000, 3000));
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Integer>> views = new java.util.ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String res = String.valueOf(1000 + i);
                views.add(() -> view(name, "res", res).statusCode());
            }
            for (Future<Integer> status : threads.invokeAll(views)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    private void refused(byte[] file, String wish, String code) {
        String[] words = wish.split("=");
        view(upload("hostile.png", file), words[0], words[1]).then().statusCode(400).body("code", equalTo(code));
    }

    private static byte[] greys() {
        BufferedImage image = new BufferedImage(100, 80, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 100; x++) {
                image.getRaster().setSample(x, y, 0, 100);
            }
        }
        return Pictures.png(image);
    }

    private String upload(String called, byte[] file) {
        return me().multiPart("image", called, file).post("/api/upload/image").then().statusCode(200).extract()
                .path("name");
    }

    private Response view(String name, String parameter, String value) {
        return me().queryParam("filename", name).queryParam(parameter, value).get("/api/view");
    }

    private static byte[] png(Response answer) {
        return answer.then().statusCode(200).contentType("image/png").extract().asByteArray();
    }

    private RequestSpecification me() {
        return given().header("X-API-Key", Neighbours.key(owner));
    }
}
