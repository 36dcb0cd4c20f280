package dev.coffer.asset.file;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.name.Hashes;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class ViewIT {
    private static final byte[] BYTES = "not really an image".getBytes();

    @Inject
    Rows rows;

    @Inject
    AssetViews views;

    @Inject
    BlobClient blobs;

    private final Owner owner = Rows.somebody();

    @ParameterizedTest
    @ValueSource(strings = {"/api/view", "/view"})
    void aFileIsShownByARedirectToTheStore(String path) {
        Asset asset = rows.add(owner, "photo.png", "input");
        me().queryParam("filename", asset.contentName()).get(path).then()
                .statusCode(302)
                .header("Location", matchesPattern("http://localhost:8080/blob/downloads/[\\w.-]+"))
                .header("Access-Control-Allow-Origin", "*")
                .header("Vary", containsString("Authorization"));
        me().queryParam("filename", asset.contentName()).head(path).then().statusCode(302);
    }

    @Test
    void onRequestTheBytesComeFromHere() throws IOException {
        Asset asset = stored("photo.png", row -> row.tags = List.of("output"));
        RequestSpecification view = me().queryParam("filename", "photo.png").queryParam("redirect", "false");
        String tag = "\"" + Hashes.digits(asset.hash) + "\"";
        Response whole = view.get("/api/view");
        whole.then().statusCode(200).contentType("image/png").header("ETag", tag).header("Accept-Ranges", "bytes")
                .header("Content-Disposition", startsWith("inline; filename=\"photo.png\""))
                .header("X-Content-Type-Options", "nosniff").header("Access-Control-Allow-Origin", "*");
        assertThat(whole.asByteArray()).isEqualTo(BYTES);
        view.header("Range", "bytes=4-9").get("/api/view").then().statusCode(206)
                .header("Content-Range", "bytes 4-9/" + BYTES.length).body(equalTo("really"));
        me().queryParam("filename", "photo.png").queryParam("redirect", "0").header("If-None-Match", tag)
                .get("/api/view").then().statusCode(304);
        assertThat(rows.ask("select last_access_time = created_at from asset where id = ?", asset.id))
                .containsExactly("true");
    }

    @Test
    void onlyANameMadeOfTheHashIsKept() throws IOException {
        Asset asset = stored("photo.png", row -> row.tags = List.of("input"));
        String digits = Hashes.digits(asset.hash);
        for (String name : List.of(digits, digits + ".png [input]", asset.hash)) {
            assertKept(name, "private, max-age=240, immutable", "private, max-age=31536000, immutable");
        }
        assertKept("photo.png", "private, no-cache", "private, no-cache");
        Asset posing = rows.add(owner, "f".repeat(64) + ".png", "input");
        assertKept(posing.name, "private, no-cache", "private, no-cache");
        me().queryParam("filename", "photo.png").queryParam("redirect", "false")
                .header("If-None-Match", "\"" + digits + "\"")
                .get("/api/view").then().statusCode(304).header("Cache-Control", "private, no-cache");
    }

    @Test
    void whatEndsIsAskedForEachTime() {
        Asset ending = rows.add(owner, "ending.png", row -> row.expiresAt = Instant.now().plusSeconds(600));
        assertKept(Hashes.digits(ending.hash), "private, no-cache", "private, no-cache");
    }

    private void assertKept(String name, String redirect, String bytes) {
        me().queryParam("filename", name).get("/api/view").then().statusCode(302).header("Cache-Control", redirect);
        me().queryParam("filename", name).queryParam("redirect", "false").head("/api/view").then().statusCode(200)
                .header("Cache-Control", bytes).header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Vary", containsString("Cookie"));
    }

    @Test
    void aFileHasManyNames() {
        Asset asset = rows.add(owner, "photo.png", "input");
        String digits = Hashes.digits(asset.hash);
        for (String name : List.of(asset.hash, digits, digits + ".png", digits + ".webp [temp]", "photo.png",
                "photo.png [input]", "some/folder/photo.png")) {
            shows(me().queryParam("filename", name), asset);
        }
        shows(me().queryParam("filename", digits + ".png").queryParam("type", "output").queryParam("subfolder", "x"),
                asset);
        unknown(me().queryParam("filename", "photo.png").queryParam("type", "output"));
        unknown(me().queryParam("filename", "photo.png [output]").queryParam("type", "input"));
        unknown(me().queryParam("filename", "Photo.png"));
    }

    @Test
    void ofFilesWithOneNameTheNewestInTheFolderIsMeant() {
        rows.add(owner, "a.png", "input");
        Asset input = rows.add(owner, "a.png", "input");
        Asset pasted = rows.add(owner, "a.png", row -> {
            row.tags = List.of("input");
            row.userMetadata = "{\"subfolder\":\"pasted\"}";
        });
        Asset output = rows.add(owner, "a.png", "output");
        rows.add(owner, "a.png", "temp");
        shows(me().queryParam("filename", "a.png"), output);
        shows(me().queryParam("filename", "a.png").queryParam("type", "input"), input);
        shows(me().queryParam("filename", "a.png [input]").queryParam("subfolder", "./pasted/"), pasted);
        unknown(me().queryParam("filename", "a.png").queryParam("type", "output").queryParam("subfolder", "pasted"));
        rows.ask("delete from asset where tenant = ? and name = 'a.png' and user_metadata = '{}' returning id",
                owner.tenant());
        shows(me().queryParam("filename", "a.png").queryParam("type", "input").queryParam("subfolder", ""), pasted);
    }

    @Test
    void everyCallerSeesPublicFilesButNotThoseOfOthers() {
        Asset shared = rows.add(Owner.everybody(owner.tenant()), "shared.png", "input");
        Asset foreign = rows.add(Owner.user(owner.tenant(), "other"), "foreign.png", "input");
        shows(me().queryParam("filename", "shared.png"), shared);
        shows(me().queryParam("filename", shared.hash), shared);
        unknown(me().queryParam("filename", "foreign.png"));
        unknown(me().queryParam("filename", foreign.hash));
        Asset own = rows.add(owner, "shared.png", "input");
        shows(me().queryParam("filename", "shared.png"), own);
    }

    @Test
    void aPreviewLinkOpensOneFileWithoutAnyHeader() throws IOException {
        Asset asset = stored("photo.png", row -> row.tags = List.of("input"));
        Asset other = rows.add(owner, "other.png", "input");
        String link = views.of(owner, asset).previewUrl();
        assertThat(link)
                .matches("/api/view\\?type=input&filename=" + Hashes.digits(asset.hash) + "\\.png&sig=[\\w.-]+");
        get(link).then().statusCode(302);
        assertThat(get(link + "&redirect=false").asByteArray()).isEqualTo(BYTES);
        given().header("Range", "bytes=0-2").get(link + "&redirect=false").then().statusCode(206).body(equalTo("not"));
        List.of(link + "x", link.replace(asset.contentName(), other.contentName()),
                link.replace(asset.contentName(), "photo.png"))
                .forEach(forged -> get(forged).then().statusCode(403).body("code", equalTo("LINK_REFUSED")));
        get(link.substring(0, link.indexOf("&sig="))).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void whatABrowserWouldRunIsSavedAlsoBehindARedirect() {
        Asset page = rows.add(owner, "a.html", row -> row.mimeType = "text/html");
        String location = me().queryParam("filename", "a.html").get("/api/view").header("Location");
        assertThat(claims(location)).contains("\"t\":\"application/octet-stream\"", "\"d\":\"attachment");
        Asset drawing = rows.add(owner, "a.svg", row -> row.mimeType = "image/svg+xml");
        me().queryParam("filename", page.hash).queryParam("redirect", "false").head("/api/view").then().statusCode(200)
                .contentType("application/octet-stream").header("Content-Disposition", startsWith("attachment"));
        me().queryParam("filename", drawing.hash).head("/api/view").then().statusCode(200)
                .contentType("application/octet-stream").header("Cache-Control", "no-store");
        me().queryParam("filename", drawing.hash).header("Sec-Fetch-Dest", "image").head("/api/view").then()
                .statusCode(200).contentType("image/svg+xml").header("Vary", containsString("Sec-Fetch-Dest"));
    }

    @Test
    void aWrongRequestSaysWhatIsWrong() {
        me().get("/api/view").then().statusCode(400).body("code", equalTo("INVALID_QUERY"));
        me().queryParam("filename", "../a").get("/api/view").then().statusCode(400).body("code",
                equalTo("INVALID_PATH"));
        me().queryParam("filename", "a").queryParam("type", "models").get("/api/view").then().statusCode(400);
        me().queryParam("filename", "a").queryParam("subfolder", "..").get("/api/view").then().statusCode(403);
        given().queryParam("filename", "a").get("/api/view").then().statusCode(401);
    }

    private Asset stored(String name, Consumer<Asset> more) throws IOException {
        Asset asset = rows.add(owner, name, more.andThen(row -> row.size = BYTES.length));
        blobs.store(asset.contentRef, owner, new ByteArrayInputStream(BYTES), BYTES.length);
        return asset;
    }

    private RequestSpecification me() {
        return given().redirects().follow(false).header("X-API-Key", Neighbours.key(owner));
    }

    private static Response get(String link) {
        return given().redirects().follow(false).get(link);
    }

    private static void shows(RequestSpecification request, Asset asset) {
        String location = request.get("/api/view").then().statusCode(302).extract().header("Location");
        assertThat(claims(location)).contains(asset.contentRef.toString());
    }

    private static void unknown(RequestSpecification request) {
        request.get("/api/view").then().statusCode(404).header("Cache-Control", "no-store").body("code",
                equalTo("FILE_NOT_FOUND"));
    }

    private static String claims(String location) {
        String token = location.substring(location.lastIndexOf('/') + 1);
        return new String(java.util.Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
    }
}
