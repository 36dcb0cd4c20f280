package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertComfy;
import static dev.coffer.acceptance.harness.User.A;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Assets;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused references to existing content. */
@Order(24)
class FromHashRefusalsIT {
    private static final String HEX = "0123456789abcdef".repeat(4);
    private final Assets assets = as(A).assets();

    static List<String> malformed() {
        return BadJson.malformed();
    }

    static List<String> noObjects() {
        return BadJson.noObjects();
    }

    static List<String> badTexts() {
        return BadJson.badTexts();
    }

    static List<String> badHashes() {
        return List.of(
                HEX, "blake3:" + HEX.substring(1), "blake3:" + HEX + "0", "blake3:" + HEX.toUpperCase(Locale.ROOT),
                "BLAKE3:" + HEX, "md5:" + HEX, "blake3:", "", " ", " blake3:" + HEX, "blake3:" + HEX + "\n",
                "sha256" + HEX,
                "blake3:" + "g".repeat(64), "sha512:" + HEX, "picture.png");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedJsonIsRefused(String body) {
        assertComfy(assets.fromHash((Object) body), 400, "INVALID_JSON");
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void aBodyMustBeAnObject(String body) {
        assertComfy(assets.fromHash((Object) body), 400, "INVALID_BODY");
    }

    @ParameterizedTest
    @MethodSource("badHashes")
    void aHashMustBeOne(String hash) {
        assertComfy(assets.fromHash(hash, "input"), 400, "INVALID_HASH");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{\"hash\":\"HASH\"}", "{\"hash\":\"HASH\",\"tags\":[]}", "{\"hash\":\"HASH\",\"tags\":[\" \",\"\"]}",
        "{\"hash\":\"HASH\",\"tags\":\"a,b\"}", "{\"hash\":\"HASH\",\"tags\":[1]}", "{\"hash\":\"HASH\",\"tags\":null}",
        "{\"hash\":\"HASH\",\"tags\":{}}", "{\"hash\":\"HASH\",\"tags\":[null]}",
        "{\"hash\":\"HASH\",\"tags\":[\"a\"],\"user_metadata\":[]}",
        "{\"hash\":\"HASH\",\"tags\":[\"a\"],\"user_metadata\":\"x\"}",
        "{\"hash\":\"HASH\",\"tags\":[\"a\\u0000\"]}", "{\"hash\":\"HASH\",\"tags\":[\"LONG\"]}",
        "{\"hash\":\"HASH\",\"tags\":[\"a\"],\"name\":\"LONG\"}",
        "{\"hash\":\"HASH\",\"tags\":[\"a\"],\"mime_type\":\"LONG\"}"
    })
    void fieldsMustFit(String body) {
        String hash = knownHash();
        Response answer = assets.fromHash((Object) body.replace("HASH", hash).replace("LONG", "x".repeat(513)));
        String code = answer.path("code");
        assertComfy(answer, 400, body.equals("{}") ? code : "INVALID_BODY");
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void textsMustBeTexts(String value) {
        String hash = knownHash();
        for (String field : List.of("name", "mime_type")) {
            assertComfy(
                    assets.fromHash(
                            (Object) ("{\"hash\":\"" + hash + "\",\"tags\":[\"a\"],\"" + field + "\":" + value + "}")),
                    400,
                    "INVALID_BODY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "{}", "[]"})
    void aHashMustBeText(String value) {
        Response answer = assets.fromHash((Object) ("{\"hash\":" + value + ",\"tags\":[\"a\"]}"));
        assertComfy(answer, 400, answer.path("code"));
    }

    @Test
    void aReservedTagIsRefused() {
        assertComfy(assets.fromHash(knownHash(), "missing"), 400, "RESERVED_TAG");
    }

    @Test
    void contentThatWasNeverStoredIsUnknown() {
        Payload payload = Payloads.png();
        assertComfy(assets.fromHash(payload.blake3(), "input"), 404, "ASSET_NOT_FOUND");
        assertComfy(assets.fromHash(payload.sha256(), "input"), 404, "ASSET_NOT_FOUND");
        assertComfy(assets.fromHash("blake3:" + payload.sha256().substring(7), "input"), 404, "ASSET_NOT_FOUND");
    }

    private static String knownHash() {
        Payload payload = Payloads.text(Payloads.unique("known"));
        as(A).userFiles().put(payload.name(), payload).expect(200);
        return payload.blake3();
    }
}
