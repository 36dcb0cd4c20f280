package dev.coffer.asset.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.asset.AssetExpiryTransactions;
import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.Blake3;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "mint")})
class CreateV2IT {
    private static final String ASSETS = "/api/v2/assets";

    @ConfigProperty(name = "coffer.blob.url")
    String store;

    @Inject
    Rows rows;

    @Inject
    AssetExpiryTransactions expired;

    @Test
    void everyUploadMintsAnAssetAndBytesAreNewOnce() {
        String content = unique();
        Response first = upload(form("photo.png"), content);
        first.then().statusCode(201)
                .body("hash", equalTo(hash(content)), "size_bytes", equalTo(content.length()),
                        "content_type", equalTo("image/png"), "file_path", equalTo("models/photo.png"),
                        "created_new", equalTo(true), "url", startsWith("http://localhost:8080/blob/downloads/"),
                        "$", not(hasKey("expires_at")));
        assertThat(Instant.parse(first.path("url_expires_at"))).isAfter(Instant.now().plusSeconds(200));
        Response second = upload(form("photo.png"), content);
        second.then().statusCode(200).body("created_new", equalTo(false));
        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(rows.ask("select reusable from asset where hash = ?", hash(content))).containsOnly("false");
        assertThat(rows.ask("select payload from outbox where record_key = ?", id(second))).singleElement().asString()
                .contains("\"createdNew\":false");
        given().get("/api/assets/" + id(first)).then().statusCode(200).body("name", equalTo("photo.png"));
    }

    @Test
    void fieldsMayComeBehindTheFile() {
        given().multiPart("file", "a.bin", unique().getBytes()).multiPart("file_path", "a.bin")
                .multiPart("content_type", "application/x-a").multiPart("tags", "input").multiPart("tags", "a,b")
                .post(ASSETS).then().statusCode(201).body("content_type", equalTo("application/x-a"));
    }

    @ParameterizedTest
    @CsvSource({
        "file_path, a.png, expires_in, 60", "content_type, image/png, tags, a",
        "file_path, ../a, content_type, image/png",
        "file_path, /a, content_type, image/png", "file_path, a//b, content_type, image/png",
        "file_path, a.png, content_type, png"
    })
    void aFormThatBreaksARuleIs422AndLeavesNothing(String field, String value, String other, String otherValue) {
        String content = unique();
        upload(given().multiPart(field, value).multiPart(other, otherValue), content).then().statusCode(422)
                .body("error.code", equalTo("invalid_body"), "$", not(hasKey("code")));
        leftNothing(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"59", "604801", "1e3", "x", "99999999999999999999", "", " "})
    void anAssetLivesFromAMinuteToAWeek(String seconds) {
        upload(form("a.png").multiPart("expires_in", seconds), unique()).then().statusCode(422)
                .body("error.code", equalTo("invalid_body"), "error.message", startsWith("expires_in must be"));
    }

    @Test
    void contentThatIsNotAsExpectedIsAConflictAndIsNotKept() {
        String content = unique();
        upload(form("a.png").multiPart("expected_hash", hash("other")), content).then().statusCode(409)
                .body("error.code", equalTo("hash_mismatch"));
        leftNothing(content);
        upload(form("a.png").multiPart("expected_hash", hash(content)), content).then().statusCode(201);
        upload(form("a.png").multiPart("expected_hash", "x"), content).then().statusCode(422)
                .body("error.code", equalTo("invalid_hash"));
    }

    @Test
    void withoutAFileThereIsNothingToMint() {
        form("a.png").post(ASSETS).then().statusCode(422).body("error.code", equalTo("missing_file"));
        upload(form("a.png"), "").then().statusCode(422).body("error.code", equalTo("empty_upload"));
        given().body("x").post(ASSETS).then().statusCode(415).body("error.code", equalTo("unsupported_media_type"));
    }

    @Test
    void aKeyMintsOnce() {
        String key = UUID.randomUUID().toString();
        upload(form("a.png").header("Idempotency-Key", key), unique()).then().statusCode(201);
        String repeated = unique();
        upload(form("a.png").header("Idempotency-Key", key), repeated).then().statusCode(422)
                .body("error.code", equalTo("idempotency_key_reuse"));
        leftNothing(repeated);
        rows.run("update idempotency_key set expires_at = now() where key = '" + key + "'");
        upload(form("a.png").header("Idempotency-Key", key), repeated).then().statusCode(201);
    }

    @Test
    void ofParallelUploadsWithOneKeyOneMints() throws Exception {
        String key = UUID.randomUUID().toString();
        String content = unique();
        Callable<Integer> attempt = () -> upload(form("a.png").header("Idempotency-Key", key), content).statusCode();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> outcomes = threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> attempt).toList());
            assertThat(outcomes).extracting(Future::resultNow).filteredOn(status -> status != 422).containsExactly(201);
        }
        List<String> refs = rows.ask("select content_ref from asset where hash = ?", hash(content));
        assertThat(refs).hasSize(1);
    }

    @Test
    void aRefusedUploadDoesNotUseItsKeyUp() {
        String key = UUID.randomUUID().toString();
        upload(form("a.png").header("Idempotency-Key", key).multiPart("expires_in", "1"), unique()).then()
                .statusCode(422);
        upload(form("a.png").header("Idempotency-Key", key), unique()).then().statusCode(201);
        upload(form("a.png").header("Idempotency-Key", "x".repeat(256)), unique()).then().statusCode(422)
                .body("error.code", equalTo("invalid_body"));
    }

    @Test
    void anAssetThatHasEndedIsUnknownAtOnceAndRemovedSoon() {
        String content = unique();
        Response minted = upload(form("a.png").multiPart("expires_in", "60"), content);
        minted.then().statusCode(201);
        assertThat(Instant.parse(minted.path("url_expires_at")))
                .isBefore(Instant.parse(minted.path("expires_at")).plusSeconds(1));
        String id = id(minted);
        rows.ask("update asset set expires_at = now() where id = ? returning id", UUID.fromString(id));
        for (String path : List.of("/api/v2/assets/", "/api/assets/")) {
            given().get(path + id).then().statusCode(404);
            given().get(path + id + "/content").then().statusCode(404);
            given().delete(path + id).then().statusCode(404);
        }
        given().body("{\"tags\":[\"a\"]}").post("/api/assets/" + id + "/tags").then().statusCode(404);
        given().head(ASSETS + "/by-hash/" + hash(content)).then().statusCode(404);
        expired.removeSome();
        assertThat(rows.ask("select id from asset where id = ?", UUID.fromString(id))).isEmpty();
        assertThat(rows.ask("select payload from outbox where record_key = ? order by seq", id))
                .hasSize(2).last().asString().contains("dev.coffer.asset.deleted");
        assertThat(rows.ask("select count(*) from release where kind = 'reference'")).isNotEqualTo(List.of("0"));
    }

    @Test
    void aClientMayTakeTheIdOfAnAssetThatHasEnded() {
        String id = id(upload(form("a.png").multiPart("expires_in", "60"), unique()));
        rows.ask("update asset set expires_at = now() where id = ? returning id", UUID.fromString(id));
        given().multiPart("id", id).multiPart("file", "b.png", unique().getBytes()).post("/api/assets").then()
                .statusCode(201).body("id", equalTo(id));
    }

    @Test
    void fromHashMintsOverContentThatTheCallerHas() {
        String content = unique();
        String body = "{\"hash\":\"" + hash(content) + "\",\"file_path\":\"b.png\",\"tags\":[\"t\"]}";
        fromHash(body).then().statusCode(404).body("error.code", equalTo("blob_not_found"));
        given().head(ASSETS + "/by-hash/" + hash(content)).then().statusCode(404);
        upload(form("a.png"), content).then().statusCode(201);
        for (String colon : List.of(":", "%3A")) {
            given().urlEncodingEnabled(false).head(ASSETS + "/by-hash/" + hash(content).replace(":", colon))
                    .then().statusCode(200);
        }
        Response minted = fromHash(body);
        minted.then().statusCode(201).body("created_new", equalTo(false), "content_type", equalTo("image/png"));
        fromHash(body).then().statusCode(200).body("id", equalTo(id(minted)));
        fromHash(body.replace("\"t\"", "\"u\"")).then().statusCode(201);
        fromHash(body.replace("}", ",\"expires_in\":60}")).then().statusCode(201).body("$", hasKey("expires_at"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ | 400 | invalid_json", "{} | 422 | invalid_hash", "{\"hash\":\"sha256:0\"} | 422 | invalid_hash",
        "{\"hash\":7} | 422 | invalid_body", "{\"hash\":\"HASH\",\"expires_in\":59} | 422 | invalid_body",
        "{\"hash\":\"HASH\",\"file_path\":\"../a\"} | 422 | invalid_body",
        "{\"hash\":\"HASH\",\"tags\":[\"missing\"]} | 422 | reserved_tag"
    })
    void aBadBodyIsRefusedInTheShapeOfVersion2(String body, int status, String code) {
        fromHash(body.replace("HASH", hash("x"))).then().statusCode(status).body("error.code", equalTo(code));
    }

    @Test
    void contentIsRedirectedToOrGivenWithRanges() {
        String content = unique();
        String path = ASSETS + "/" + id(upload(form("a.png"), content)) + "/content";
        given().redirects().follow(false).get(path).then().statusCode(302)
                .header("Location", startsWith("http://localhost:8080/blob/downloads/"));
        given().get(path + "?redirect=false").then().statusCode(200).body(equalTo(content));
        given().header("Range", "bytes=2-4").get(path + "?redirect=false").then().statusCode(206)
                .body(equalTo(content.substring(2, 5)));
        given().header("Range", "bytes=99999-").get(path + "?redirect=false").then().statusCode(416)
                .body("error.code", equalTo("range_not_satisfiable"));
    }

    @Test
    void aDeletedAssetIsGoneAndOthersKeepTheirBytes() {
        String content = unique();
        String first = ASSETS + "/" + id(upload(form("a.png"), content));
        String second = ASSETS + "/" + id(upload(form("a.png"), content));
        given().delete(first).then().statusCode(204);
        given().delete(first).then().statusCode(404).body("error.code", equalTo("asset_not_found"));
        given().get(second + "/content?redirect=false").then().statusCode(200).body(equalTo(content));
        given().get(ASSETS + "/nothing").then().statusCode(404).body("error.code", equalTo("asset_not_found"));
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        given().get(ASSETS + "/" + UUID.randomUUID()).then().statusCode(401).body("error.code",
                equalTo("unauthorized"));
        upload(form("a.png"), "x").then().statusCode(401).body("error.code", equalTo("unauthorized"));
        given().head(ASSETS + "/by-hash/" + hash("x")).then().statusCode(401).body(equalTo(""));
    }

    private static RequestSpecification form(String name) {
        return given().multiPart("content_type", "image/png").multiPart("file_path", "models/" + name);
    }

    private static Response upload(RequestSpecification form, String content) {
        return form.multiPart("file", "photo.png", content.getBytes()).post(ASSETS);
    }

    private static Response fromHash(String body) {
        return given().contentType("application/json").body(body).post(ASSETS + "/from-hash");
    }

    private static String id(Response asset) {
        return asset.path("id");
    }

    private static String unique() {
        return "content " + UUID.randomUUID();
    }

    private static String hash(String content) {
        return "blake3:" + HexFormat.of().formatHex(Blake3.hash(content.getBytes()));
    }

    /** No row with this content, and no reference that no row has. */
    private void leftNothing(String content) {
        assertThat(rows.ask("select id from asset where hash = ?", hash(content))).isEmpty();
        List<String> held = given().get(store + "/held/mint").asString().lines().toList();
        List<String> known =
                rows.ask("select content_ref from asset where tenant = 'mint' union all select id from release");
        assertThat(known).containsAll(held);
    }
}
