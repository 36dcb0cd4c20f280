package dev.coffer.blob.download;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.DownloadLinkClaims;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestSecurity(user = "asset-service", roles = Caller.INTERNAL)
class DownloadLinkIT {
    @Inject
    SignedToken tokens;

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 16385, 10_000_000})
    void contentAndItsRangesAreExact(int size) {
        byte[] content = Bytes.random(size);
        String link = link(stored(content), 60);
        byte[] whole = given().get(link)
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo(Integer.toString(size)))
                .header("Content-Type", "image/png")
                .header("Content-Disposition", "inline")
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", matchesPattern("private, max-age=(59|60), immutable"))
                .header("Access-Control-Allow-Origin", "*")
                .extract()
                .asByteArray();
        assertThat(whole).isEqualTo(content);
        byte[] tail = given().header("Range", "bytes=" + size / 2 + "-").get(link)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes " + size / 2 + "-" + (size - 1) + "/" + size)
                .extract()
                .asByteArray();
        assertThat(tail).isEqualTo(Arrays.copyOfRange(content, size / 2, size));
        given().header("Range", "bytes=" + size + "-").get(link)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + size);
    }

    @Test
    void anEmptyContentHasNoRanges() {
        String link = link(stored(new byte[0]), 60);
        given().get(link).then().statusCode(200).header("Content-Length", "0");
        given().header("Range", "bytes=0-").get(link).then().statusCode(416);
    }

    @Test
    void headTellsWhatGetWouldGive() {
        String link = link(stored(Bytes.random(20_000)), 60);
        String etag = given().get(link).then().extract().header("ETag");
        given().head(link).then().statusCode(200).header("Content-Length", "20000").header("ETag", etag);
        given().header("If-None-Match", etag).get(link).then().statusCode(304);
        given().header("Range", "bytes=0-9").header("If-Range", etag).get(link).then().statusCode(206);
        given().header("Range", "bytes=0-9").header("If-Range", "\"of-other-content\"").get(link).then()
                .statusCode(200)
                .header("Content-Length", "20000");
    }

    @Test
    void aTamperedOrExpiredLinkAndAReleasedReferenceAreRefused() {
        UUID ref = stored(Bytes.random(100));
        given().get(link(ref, -1)).then().statusCode(403).body("code", is("LINK_REFUSED"));
        given().get(link(ref, 60) + "x").then().statusCode(403);
        given().delete("/internal/refs/{ref}?tenant=downloads&owner=user:a", ref).then().statusCode(204);
        given().delete("/internal/refs/{ref}?tenant=downloads&owner=user:a", ref).then().statusCode(404);
        given().get(link(ref, 60)).then().statusCode(404);
    }

    @Test
    void linksOfFilesSpeakTheFormOfTheirApi() {
        UUID ref = stored(Bytes.random(100));
        given().get(link(ref, 60).replace("/downloads/", "/files/")).then().statusCode(200).header("Content-Length",
                "100");
        given().get(link(ref, -1).replace("/downloads/", "/files/")).then().statusCode(403).body("error.code", is(403));
    }

    private static UUID stored(byte[] content) {
        UUID ref = Ids.next();
        given().body(content)
                .put("/internal/blobs/{ref}?tenant=downloads&owner=user:a", ref)
                .then()
                .statusCode(200);
        return ref;
    }

    private String link(UUID ref, long seconds) {
        long expires = Instant.now().plusSeconds(seconds).getEpochSecond();
        return "/blob/downloads/" + tokens.sign(DownloadLinkClaims.PURPOSE, new DownloadLinkClaims(
                ref, DownloadLinkClaims.mark(Owner.user("downloads", "a")), expires, "image/png", "inline", null));
    }
}
