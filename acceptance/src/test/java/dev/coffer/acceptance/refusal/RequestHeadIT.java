package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.UserFiles;
import dev.coffer.acceptance.stack.Environment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with an ambiguous target, host or length, and valid ones that look similar. */
class RequestHeadIT {

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/users HTTP/1.1\r\n", "GET /api/users HTTP/1.1\r\nHost: a\r\nHost: a\r\n",
        "GET * HTTP/1.1\r\nHost: a\r\n",
        "POST /api/userdata/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        "POST /api/userdata/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
        "POST /api/userdata/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n",
        "POST /api/userdata/x HTTP/1.1\r\nHost: a\r\nContent-Length : 1\r\n",
        "GET /api/users HTTP/1.1\r\nHost: a\r\nX: \0\r\n",
        "GET /internal;x/keys HTTP/1.1\r\nHost: a\r\n", "GET /internal%3Bx/keys HTTP/1.1\r\nHost: a\r\n",
        "GET /./internal;a=b/c HTTP/1.1\r\nHost: a\r\n", "GET /api/assets;x HTTP/1.1\r\nHost: a\r\n",
        "GET /api/v1;x/projects/p/files HTTP/1.1\r\nHost: a\r\n"
    })
    void whatIsNotClearIsRefused(String head) {
        try (RawHttp http = new RawHttp(Environment.url())) {
            Answer answer =
                    http.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)).answer();
            if (Environment.hasOwnEdge()) {
                // Only OPTIONS may have the target "*"; for other methods it does not exist.
                assertThat(answer.status()).isIn(400, 404);
                assertThat(answer.json().getString("message")).isNotBlank();
            } else {
                // An edge may also make it clear, such as a host that is named twice.
                assertThat(answer.status()).isIn(400, 401, 404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%69nternal/keys/verify", "//internal/keys/verify", "/api/../internal/keys/verify",
        "/internal/keys/verify", "/api/userdata/../../internal/keys/verify"})
    void noDetourLeadsInside(String target) {
        assertThat(RawHttp.send("POST", target, Map.of("Content-Length", "0")).status()).isEqualTo(404);
    }

    @Test
    void aHeadHasABound() {
        Map<String, String> headers = new LinkedHashMap<>(as(A).byKey().headers());
        headers.put("X-Long", "x".repeat(65 << 10));
        RawHttp.send("GET", "/api/users", headers).expect(431);
        RawHttp.send("GET", "/api/users?x=" + "x".repeat(65 << 10), as(A).byKey().headers()).expect(414);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "name_contains", "asset_hash"})
    void aParameterHasABound(String name) {
        Refusal.assertComfy(as(A).byKey().request().get("/api/assets?" + name + "=" + "x".repeat(10_000)), 400,
                "INVALID_QUERY");
    }

    @Test
    void aTargetForAProxyIsThatOfItsPath() {
        RawHttp.send("GET", Environment.url() + "/api/users", as(A).byKey().headers()).expect(200);
    }

    @Test
    void namesOfUsersMayHaveSemicolons() {
        Payload file = Payloads.binary(10);
        as(A).byKey().userFiles().put("a;b=c " + file.name(), file).expect(200);
        RawHttp.send("GET", "/api/userdata/a;b=c%20" + file.name(), as(A).byKey().headers()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/userdata/never", "/api/assets", "/api/upload/image"})
    void aClientThatWaitsToBeAskedIsRefusedBefore(String path) {
        Answer answer = RawHttp.send("POST", path,
                Map.of("X-API-Key", "cfr_wrong", "Expect", "100-continue", "Content-Length", "1000000"));
        assertThat(answer.expect(401).header("Connection")).isEqualToIgnoringCase("close");
    }

    @Test
    void aClientThatWaitsToBeAskedIsAsked() {
        Map<String, String> headers = new LinkedHashMap<>(as(A).byKey().headers());
        headers.put("Expect", "100-continue");
        headers.put("Content-Length", "2");
        try (RawHttp http = new RawHttp(Environment.url())) {
            http.head("POST", UserFiles.url("asked.txt"), headers);
            assertThat(http.interim().status()).isEqualTo(100);
            http.write("ab".getBytes(StandardCharsets.UTF_8)).answer().expect(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/users, image/*", "/api/assets, text/html", "/api/v2/userdata, image/*", "/api/tags, x",
        "/api/settings, ','"})
    void noAcceptIsAReasonForARefusal(String path, String accept) {
        as(A).byKey().request().header("Accept", accept).get(path).then().statusCode(200);
    }

    @Test
    void theEndOfAnEmptyFileIsAllOfIt() {
        as(A).byKey().userFiles().put("empty.bin", Payloads.binary(0)).expect(200);
        as(A).byKey().request().header("Range", "bytes=-5").get(UserFiles.url("empty.bin")).then().statusCode(200);
        as(A).byKey().request().header("Range", "bytes=0-").get(UserFiles.url("empty.bin")).then().statusCode(416);
    }
}
