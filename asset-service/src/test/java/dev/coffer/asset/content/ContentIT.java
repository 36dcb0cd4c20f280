package dev.coffer.asset.content;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ContentIT {
    @Inject
    Rows rows;

    @Inject
    AssetViews views;

    @Test
    void aPreviewLinkNeedsNoCredentialsAndLeadsToTheStore() {
        Asset asset = rows.add(Rows.somebody(), "ä.png");
        String link = preview(asset);
        assertThat(link).matches("/api/assets/" + asset.id + "/content\\?disposition=inline&sig=[\\w.-]+");
        assertThat(preview(asset)).isEqualTo(link);
        get(link).then().statusCode(302)
                .header("Location", matchesPattern("http://localhost:8080/blob/downloads/[\\w.-]+"))
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"));
        assertThat(rows.ask("select last_access_time > created_at from asset where id = ?", asset.id))
                .containsExactly("true");
    }

    @Test
    void aSignatureOpensNothingElse() {
        Owner owner = Rows.somebody();
        Asset asset = rows.add(owner, "a.png");
        Asset other = rows.add(owner, "b.png");
        String link = preview(asset);
        List.of(link + "x", link.replace("sig=", "sig=x"), link.replace(asset.id.toString(), other.id.toString()),
                "/api/assets/nothing/content?sig=x.y")
                .forEach(forged -> get(forged).then().statusCode(403).body("code", equalTo("LINK_REFUSED")));
        get(link.substring(0, link.indexOf("&sig="))).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
        rows.ask("delete from asset where id = ? returning name", asset.id);
        get(link).then().statusCode(404).header("Cache-Control", "no-store").body("error.code",
                equalTo("ASSET_NOT_FOUND"));
    }

    @Test
    void knownContentAndImpossibleRangesNeedNoStore() {
        Asset asset = rows.add(Rows.somebody(), "a.png", row -> row.size = 10);
        String link = preview(asset) + "&redirect=false";
        String tag = "\"" + asset.hash.substring(7) + "\"";
        given().header("If-None-Match", tag).get(link).then().statusCode(304).header("ETag", tag)
                .header("Cache-Control", "private, no-cache");
        given().header("Range", "bytes=10-").get(link).then().statusCode(416).header("Content-Range", "bytes */10");
        given().head(link).then().statusCode(200).header("Content-Length", "10").header("ETag", tag)
                .header("Content-Type", "image/png")
                .header("Content-Disposition", startsWith("inline; filename=\"a.png\""));
        given().header("Range", "bytes=2-4").head(link).then().statusCode(200).header("Content-Length", "10");
        assertThat(rows.ask("select last_access_time = created_at from asset where id = ?", asset.id))
                .containsExactly("true");
    }

    @Test
    void whatABrowserWouldRunIsSavedAsBytes() {
        Asset page = rows.add(Rows.somebody(), "a.html", row -> row.mimeType = "text/html; charset=utf-8");
        given().head(preview(page) + "&redirect=false").then().header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", startsWith("attachment")).header("X-Content-Type-Options", "nosniff");

        Asset drawing = rows.add(Rows.somebody(), "a.svg", row -> row.mimeType = "image/svg+xml");
        given().head(preview(drawing)).then().statusCode(200).header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", startsWith("attachment"))
                .header("Cache-Control", "no-store").header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Vary", containsString("Sec-Fetch-Dest"));
        given().header("Sec-Fetch-Dest", "image").head(preview(drawing)).then().statusCode(200)
                .header("Content-Type", "image/svg+xml").header("Content-Disposition", startsWith("inline"));
    }

    @Test
    void anAccessThatCannotBeNotedIsServedAllTheSame() throws Exception {
        Asset asset = rows.add(Rows.somebody(), "a.png");
        String link = preview(asset);
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> {
            rows.ask("select name from asset where id = ? for update", asset.id);
            get(link).then().statusCode(302);
        });
    }

    @Test
    void anUnexpectedFaultIsA500InTheShapeOfTheApi() {
        Asset asset = rows.add(Rows.somebody(), "a.png");
        String link = preview(asset);
        rows.run("alter table asset rename to asset_out_of_order");
        try {
            get(link).then().statusCode(500)
                    .contentType("application/json")
                    .header("x-request-id", notNullValue())
                    .body("code", equalTo("INTERNAL"))
                    .body("message", equalTo("Unexpected server error."))
                    .body("error.code", equalTo("INTERNAL"))
                    .body("error.message", equalTo("Unexpected server error."));
        } finally {
            rows.run("alter table asset_out_of_order rename to asset");
        }
    }

    private String preview(Asset asset) {
        return views.of(new Owner(asset.tenant, asset.owner), asset).previewUrl();
    }

    private static Response get(String link) {
        return given().redirects().follow(false).get(link);
    }
}
