package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.encode;
import static dev.coffer.acceptance.harness.Client.nobody;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The headers of responses with content, in all services: caching, and protection against rendering it as a page. */
@Order(11)
class ContentHeadersIT {
    private static final String ASK = "private, no-cache";
    private static final String LINK = "private, max-age=\\d+, immutable";

    @Test
    void namesAndIdsAreAskedForAgainAndHashesAreKept() {
        Payload picture = Payloads.png();
        String id = as(A).assets().create(picture, "input");
        String hex = picture.blake3().substring(7);
        assertContent("/api/view?redirect=false&filename=" + encode(picture.name()), ASK);
        assertContent("/api/view?redirect=false&filename=" + hex + ".png", "private, max-age=31536000, immutable");
        assertContent("/view?res=64&filename=" + encode(picture.name()), ASK);
        assertContent("/api/view?channel=rgb&filename=" + hex, "private, max-age=86400, immutable");
        assertContent("/api/assets/" + id + "/content?redirect=false", ASK);
        assertContent("/api/v2/assets/" + id + "/content?redirect=false", ASK);
        String link = redirect("/api/assets/" + id + "/content", ASK);
        redirect("/api/view?filename=" + encode(picture.name()), ASK);
        redirect("/api/view?filename=" + hex + ".png", "private, max-age=240, immutable");
        nobody().request().baseUri("").get(link).then().statusCode(200).header("Cache-Control", matchesPattern(LINK))
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"));
        as(A).request().get("/api/view?filename=" + UUID.randomUUID()).then().statusCode(404)
                .header("Cache-Control", "no-store");
    }

    @Test
    void userFilesAreAskedForAgain() {
        String path = "headers " + UUID.randomUUID() + ".html";
        as(A).request().body("<script>alert(1)</script>").post("/api/userdata/" + encode(path)).then().statusCode(200);
        Response file = assertContent("/api/userdata/" + encode(path), ASK);
        file.then().contentType("application/octet-stream").header("Content-Disposition", startsWith("attachment"));
        assertContent("/api/userdata/comfy.settings.json", ASK);
        String version = as(A).request().get("/api/v2/userdata/versions?path=" + encode(path)).path("[0].version");
        assertContent("/api/v2/userdata/versions/content?path=" + encode(path) + "&version=" + version, ASK);
    }

    @Test
    void cdfFilesAreDownloadedAsWhatBrowsersDoNotRun() {
        Payload picture = Payloads.png();
        long id = as(A).cdf().upload(picture);
        Response icon = assertContent(as(A).cdf().url() + "/icon?id=" + id, ASK);
        icon.then().contentType("image/jpeg");
        nobody().request().baseUri("").get(as(A).cdf().downloadUrl(id)).then().statusCode(200).contentType("image/png")
                .header("Content-Disposition", startsWith("attachment")).header("Cache-Control", matchesPattern(LINK))
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"));
        as(A).json(Map.of("items", List.of(Map.of("id", id, "update", Map.of("mimeType", Map.of("set", "text/html"))))))
                .post(as(A).cdf().url() + "/update").then().statusCode(200);
        nobody().request().baseUri("").get(as(A).cdf().downloadUrl(id)).then().statusCode(200)
                .contentType("application/octet-stream");
    }

    @Test
    void aFileStaysWhereItIsUnderItsLiteralName() {
        String name = "=?utf-8?Q?" + UUID.randomUUID() + "?= ΟΔΟΣ.png";
        Payload picture = Payloads.png();
        Response uploaded = as(A).request().contentType("multipart/form-data; boundary=b").body(("--b\r\n"
                + "Content-Disposition: form-data; name=\"subfolder\"\r\n\r\n\uFEFFpasted\r\n--b\r\n"
                + "Content-Disposition: form-data; filename=\"" + name + "\"; name=\"image\"\r\n\r\n" + picture.blake3()
                + "\r\n--b--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)).post("/api/upload/image");
        uploaded.then().statusCode(200).body("asset.name", equalTo(name)).body("subfolder", equalTo("pasted"));
        String id = uploaded.path("asset.id");
        as(A).assets().update(id, Map.of("name", "label", "tags", List.of(), "user_metadata", Map.of())).then()
                .statusCode(200);
        String view = "/api/view?redirect=false&type=input&subfolder=pasted&filename=" + encode(name);
        assertThat(as(A).request().get(view).then().statusCode(200).extract().asString()).isEqualTo(picture.blake3());
        as(A).assets().update(id, Map.of("name", name)).then().statusCode(200);
        for (String part : List.of("οδος", "ΟΔΟΣ.P", "οδοσ")) {
            as(A).assets().list("name_contains", part, "limit", 500).then().statusCode(200)
                    .body("assets.id", org.hamcrest.Matchers.hasItem(id));
        }
    }

    private static Response assertContent(String path, String caching) {
        Response whole = as(A).request().get(path);
        whole.then().statusCode(200).header("Cache-Control", equalTo(caching))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"));
        as(A).request().header("If-None-Match", whole.header("ETag")).get(path).then().statusCode(304)
                .header("Cache-Control", equalTo(caching));
        as(A).request().head(path).then().statusCode(200).header("Cache-Control", equalTo(caching))
                .header("ETag", whole.header("ETag"));
        return whole;
    }

    private static String redirect(String path, String caching) {
        String link = as(A).request().get(path).then().statusCode(302).header("Cache-Control", equalTo(caching))
                .extract().header("Location");
        return link.startsWith("/") ? Environment.url() + link : link;
    }
}
