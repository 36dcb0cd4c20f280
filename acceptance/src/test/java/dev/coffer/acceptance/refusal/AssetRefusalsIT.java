package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertComfy;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.RawHttp;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid updates of assets: refused with an error code, without any effect. */
@Order(22)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetRefusalsIT {
    private final Assets assets = as(A).assets();
    private String id;
    private Map<String, Object> before;

    @BeforeAll
    void anAsset() {
        id = assets.create(Payloads.png(), "input", "kept");
        before = metadata();
    }

    static List<String> malformed() {
        return BadJson.malformed();
    }

    static List<String> noObjects() {
        return BadJson.noObjects();
    }

    static List<String> badTexts() {
        return BadJson.badTexts();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedJsonIsRefused(String body) {
        assertUnchanged(assets.update(id, body), 400, "INVALID_JSON");
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void aBodyMustBeAnObject(String body) {
        assertUnchanged(assets.update(id, body), 400, "INVALID_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"unknown\":1}", "{\"tags\":null,\"preview_id\":null}"})
    void atLeastOneFieldIsNeeded(String body) {
        assertUnchanged(assets.update(id, body), 400, "INVALID_BODY");
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void textsMustBeTexts(String value) {
        for (String field : List.of("name", "mime_type")) {
            assertUnchanged(assets.update(id, "{\"" + field + "\":" + value + "}"), 400, "INVALID_BODY");
        }
        if (value.startsWith("\"")) {
            assertUnchanged(assets.update(id, "{\"tags\":[" + value + "]}"), 400, "INVALID_BODY");
            // A parser may find a lone surrogate in a name before the name is checked.
            Response badName = assets.update(id, "{\"user_metadata\":{" + value + ":1}}");
            assertThat(badName.<String>path("code")).isIn("INVALID_BODY", "INVALID_JSON");
            assertUnchanged(badName, 400, badName.path("code"));
            assertUnchanged(assets.update(id, "{\"user_metadata\":{\"k\":[" + value + "]}}"), 400, "INVALID_BODY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"tags\":\"a,b\"}", "{\"tags\":[1]}", "{\"tags\":[null]}", "{\"tags\":{}}", "{\"tags\":[[\"a\"]]}",
        "{\"user_metadata\":[]}", "{\"user_metadata\":\"x\"}", "{\"user_metadata\":1}", "{\"preview_id\":\"\"}",
        "{\"preview_id\":\"no-uuid\"}", "{\"preview_id\":5}", "{\"name\":\"LONG\"}", "{\"mime_type\":\"LONG\"}",
        "{\"tags\":[\"LONG\"]}"
    })
    void fieldsMustFit(String body) {
        assertUnchanged(assets.update(id, body.replace("LONG", "x".repeat(513))), 400, "INVALID_BODY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"tags\":[\"missing\"]}                                      | 400 | RESERVED_TAG",
        "{\"preview_id\":\"00000000-0000-0000-0000-000000000000\"}     | 400 | INVALID_PREVIEW_ID",
        "{\"preview_id\":\"7d444840-9dc0-41d1-8245-5ffdce74fad2\"}     | 404 | ASSET_NOT_FOUND"
    })
    void someValuesAreRefusedByName(String body, int status, String code) {
        assertUnchanged(assets.update(id, body), status, code);
    }

    @Test
    void metadataOfAnyDepthAreStoredOrRefused() {
        String deep = "{\"user_metadata\":{\"k\":" + "[".repeat(900) + "]".repeat(900) + "}}";
        String deeper = "{\"user_metadata\":{\"k\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}}";
        String other = assets.create(Payloads.png(), "input");
        assertThat(assets.update(other, deep).statusCode()).isIn(200, 400);
        assertThat(assets.update(other, deeper).statusCode()).isIn(200, 400);
        assertThat(assets.update(other, "{\"user_metadata\":{\"n\":1e999999999}}").statusCode()).isIn(200, 400);
        assertThat(assets.update(other, "{\"user_metadata\":{\"n\":1e400}}").statusCode()).isIn(200, 400);
        assets.get(other).then().statusCode(200);
        assets.list("limit", 500).then().statusCode(200);
    }

    @Test
    void aHugeBodyIsRefused() {
        String body = "{\"user_metadata\":{\"k\":\"" + "x".repeat(20 << 20) + "\"}}";
        assertUnchanged(assets.update(id, body), 413, "FILE_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "7d444840-9dc0-41d1-8245-5ffdce74fad2", "no-uuid", "1", "%00", "..", "%2e%2e%2f", "a%20b", "%ff",
        "7d4448409dc041d182455ffdce74fad2", "7d444840-9dc0-41d1-8245-5ffdce74fad2x", "%7Bid%7D"
    })
    void whatIsNoAssetIsNotFound(String unknown) {
        for (String method : List.of("GET", "DELETE")) {
            assertNotFound(RawHttp.send(method, "/api/assets/" + unknown, as(A).headers()));
        }
        Map<String, String> withBody = new HashMap<>(as(A).headers());
        withBody.put("Content-Length", "12");
        assertNotFound(RawHttp.send("PUT", "/api/assets/" + unknown, withBody, "{\"name\":\"x\"}".getBytes()));
        assertNotFound(RawHttp.send("GET", "/api/assets/" + unknown + "/content", as(A).headers()));
    }

    @Test
    void anIdIsComparedWithoutCase() {
        assets.get(id.toUpperCase(Locale.ROOT)).then().statusCode(200);
    }

    @Test
    void anUnknownAssetIsNotFoundWithAnyBody() {
        String unknown = UUID.randomUUID().toString();
        assertComfy(assets.update(unknown, Map.of("name", "x")), 404, "ASSET_NOT_FOUND");
        assertThat(assets.update(unknown, "{").statusCode()).isIn(400, 404);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Response refused = as(A).request().patch("/api/assets/" + id);
        assertComfy(refused, 405, "METHOD_NOT_ALLOWED");
        assertThat(refused.header("Allow")).isEqualTo("DELETE, GET, HEAD, PUT");
        assertComfy(as(A).request().put("/api/assets"), 405, "METHOD_NOT_ALLOWED");
    }

    private void assertUnchanged(Response answer, int status, String code) {
        assertComfy(answer, status, code);
        assertThat(metadata()).isEqualTo(before);
    }

    /** Without the preview link, which is signed anew every time. */
    private Map<String, Object> metadata() {
        Map<String, Object> asset = new HashMap<>(assets.get(id).jsonPath().getMap("$"));
        asset.remove("preview_url");
        return asset;
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.json().getString("code")).isIn("ASSET_NOT_FOUND", "NOT_FOUND");
        assertComfy(answer, 404, answer.json().getString("code"));
    }
}
