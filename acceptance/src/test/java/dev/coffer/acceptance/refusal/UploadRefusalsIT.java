package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertComfy;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.UserFiles;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid forms, and uploads with false metadata. Nothing is stored. */
@Order(25)
class UploadRefusalsIT {
    private final Assets assets = as(A).assets();

    @Test
    void anEmptyFileIsNoAsset() {
        assertComfy(assets.upload(Payloads.text(""), "tags", "input"), 400, "EMPTY_UPLOAD");
    }

    @Test
    void aFormNeedsAFileOrAKnownHash() {
        assertComfy(assets.send(new Multipart().field("tags", "input")), 400, "MISSING_FILE");
        assertComfy(assets.send(new Multipart()), 400, "MISSING_FILE");
        String unknown = Payloads.png().blake3();
        assertComfy(assets.send(new Multipart().field("hash", unknown)), 400, "MISSING_FILE");
    }

    @Test
    void aHashThatIsNotThatOfTheFileIsRefusedWhereverItStands() {
        Payload payload = Payloads.png();
        Payload known = Payloads.png();
        assets.create(known, "input");
        for (String hash : new String[] {Payloads.png().blake3(), known.blake3()}) {
            assertComfy(assets.upload(payload, "hash", hash), 400, "HASH_MISMATCH");
            assertComfy(assets.send(new Multipart().file(payload).field("hash", hash)), 400, "HASH_MISMATCH");
        }
        assertUnknown(payload);
        assets.upload(payload, "hash", payload.blake3()).expect(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "user_metadata | []", "user_metadata | {", "user_metadata | x", "user_metadata | 5",
        "user_metadata | {\"a\":\"\\u0000\"}",
        "name | LONG", "mime_type | LONG", "tags | LONG", "id | no-uuid", "id | 5", "tags | [1]",
        "tags | [1e99999999999]",
        "tags | [\"a\\u0000\"]"
    })
    void aWrongFieldIsRefused(String field, String value) {
        Payload payload = Payloads.png();
        assertComfy(assets.upload(payload, field, value.replace("LONG", "x".repeat(513))), 400, "INVALID_BODY");
        assertUnknown(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "blake3:xyz", "md5:00", "blake3:"})
    void aWrongHashIsRefused(String hash) {
        assertComfy(assets.upload(Payloads.png(), "hash", hash), 400, "INVALID_HASH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "zstd", "identity, gzip"})
    void aCodedBodyIsNotStoredAsItIs(String coding) {
        Payload payload = Payloads.png();
        String link = as(A).cdf().created(Map.of("name", payload.name())).getString("uploadUrl");
        coded(Transfer.plain(link).PUT(Transfer.body(payload)), coding);
        coded(as(A).transfer(UserFiles.url(payload.name())).POST(Transfer.body(payload)), coding);
        as(A).request().get(UserFiles.url(payload.name())).then().statusCode(404);
        Multipart form = new Multipart().file(payload);
        coded(as(A).transfer("/api/assets").header("Content-Type", form.contentType()).POST(form.body()), coding);
        assertUnknown(payload);
    }

    private static void coded(HttpRequest.Builder request, String coding) {
        Transfer.send(request.header("Content-Encoding", coding)).expect(415);
    }

    @Test
    void anUnknownPreviewIsDropped() {
        var asset = assets.upload(Payloads.png(), "preview_id", UUID.randomUUID().toString()).expect(201).json();
        assertThat(asset.getString("preview_id")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "image/png", "application/x-www-form-urlencoded"})
    void anotherMediaTypeIsNotSupported(String contentType) {
        Answer answer = Transfer.send(as(A).transfer("/api/assets")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("x")));
        assertComfy(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{", "{}", "{\"url\":\"http://127.0.0.1:1/x\",\"name\":\"x\"}",
        "{\"url\":\"file:///etc/passwd\",\"name\":\"x\"}"
    })
    void uploadsByUrlAreOff(String body) {
        Answer answer = Answer.of(as(A).json(body).post("/api/assets"));
        assertThat(answer.status()).isIn(400, 403, 415, 422);
        assertComfy(answer, answer.status(), answer.json().getString("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=\"", "multipart/mixed; boundary=b"
    })
    void aBoundaryThatIsNotThereIsRefused(String contentType) {
        Answer answer = Transfer.send(as(A).transfer("/api/assets")
                .header("Content-Type", contentType)
                .POST(BodyPublishers
                        .ofString("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n")));
        assertThat(answer.status()).isIn(400, 415);
        assertComfy(answer, answer.status(), answer.json().getString("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nhalf of it",
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nx\r\n--b",
        "--b\r\nno header at all\r\n\r\nx\r\n--b--\r\n", "--b\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n"
    })
    void aFormThatEndsTooEarlyIsRefused(String form) {
        Answer answer = Transfer.send(as(A).transfer("/api/assets")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertComfy(answer, 400, answer.json().getString("code"));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtOnce() {
        Map<String, String> headers = new LinkedHashMap<>(as(A).headers());
        headers.put("Content-Type", "multipart/form-data; boundary=b");
        headers.put("Content-Length", "60000000000000");
        assertComfy(RawHttp.send("POST", "/api/assets", headers, new byte[1000]), 413, "FILE_TOO_LARGE");
    }

    @Test
    void aFieldThatIsTooLargeIsRefused() {
        Answer answer = assets.upload(Payloads.png(), "user_metadata", "{\"k\":\"" + "x".repeat(20 << 20) + "\"}");
        assertThat(answer.status()).isIn(400, 413);
    }

    @Test
    void longAndStrangeFileNamesAreKept() {
        String name = unique("ü".repeat(200)) + " \u202e夜.png";
        var asset = assets.upload(Payloads.png().named(name), "tags", "input").expect(201).json();
        assertThat(asset.getString("name")).isEqualTo(name);
        assets.get(asset.getString("id")).then().statusCode(200).body("name", is(name));
    }

    private void assertUnknown(Payload payload) {
        assertComfy(assets.fromHash(payload.blake3(), "input"), 404, "ASSET_NOT_FOUND");
    }
}
