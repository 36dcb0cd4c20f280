package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid heads of requests, which are refused before any resource. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class RequestHeadIT {
    private static final String CLOSE = "Connection: close\r\n\r\n";

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/features HTTP/1.1\r\n", "GET /api/features HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
        "GET /api/features HTTP/1.1\r\nHost:\r\n", "GET /api/features HTTP/1.0\r\nHost: a\r\nHost: a\r\n",
        "GET /api/features HTTP/1.1\r\nHost: a b/c\r\n", "GET /api/features HTTP/1.1\r\nHost: a, b\r\n",
        "GET /api/features HTTP/1.1\r\nHost: a\r\n: x\r\n", "GET * HTTP/1.1\r\nHost: a\r\n",
        "CONNECT other:443 HTTP/1.1\r\nHost: a\r\n", "GET api/features HTTP/1.1\r\nHost: a\r\n",
        "GET /api/features;x HTTP/1.1\r\nHost: a\r\n", "GET /api%3Bx/features HTTP/1.1\r\nHost: a\r\n",
        "GET /internal;x/keys/verify HTTP/1.1\r\nHost: a\r\n", "GET /internal%3bx/keys/verify HTTP/1.1\r\nHost: a\r\n",
        "GET /./internal;a=b/c HTTP/1.1\r\nHost: a\r\n", "GET /api/features%zz HTTP/1.1\r\nHost: a\r\n",
        "GET /api/a\\b HTTP/1.1\r\nHost: a\r\n", "GET http://a/internal;x/keys HTTP/1.1\r\nHost: a\r\n"
    })
    void aHeadThatIsWrongIsRefusedInOurWords(String head) throws Exception {
        String answer = send(head + "X-Request-Id: mine-7\r\n" + CLOSE);
        assertThat(answer).matches("(?s)HTTP/1.[01] 400 .*").containsIgnoringCase("x-request-id: mine-7\r\n")
                .contains("\r\n\r\n{\"code\":\"INVALID_REQUEST\",\"message\":\"");
    }

    /** Some are refused by the parser, without a body. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Transfer-Encoding: identity", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: gzip",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Content-Length: 1\r\nContent-Length: 2"
    })
    void aBodyWithoutAKnownEndIsRefused(String framing) throws Exception {
        assertThat(send("POST /api/settings HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET http://other:8080/api/features?x=1 HTTP/1.1\r\nHost: a\r\n",
        "GET HTTPS://other/api/features HTTP/1.1\r\nHost: a\r\n",
        "GET http://other/features HTTP/1.1\r\nHost: a\r\n", "GET /api/features HTTP/1.0\r\n"
    })
    void aTargetForAProxyAndAnOldClientAreServed(String head) throws Exception {
        assertThat(send(head + CLOSE)).matches("(?s)HTTP/1.[01] 200 .*").contains("\r\n\r\n{");
    }

    @Test
    void theServerAsAWholeAnswersOptions() throws Exception {
        assertThat(send("OPTIONS * HTTP/1.1\r\nHost: a\r\n" + CLOSE)).startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/keys/verify", "/%69nternal/keys/verify", "//internal/keys/verify",
        "/api/../internal/keys/verify", "/./internal/keys/verify", "http://a/internal/keys/verify"})
    void noDetourLeadsInside(String target) throws Exception {
        assertThat(send("POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n" + CLOSE))
                .matches("(?s)HTTP/1.1 (401|503) .*");
    }

    @Test
    void aClientThatWaitsToBeAskedIsRefusedBefore() throws Exception {
        assertThat(
                send("POST /api/userdata/a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ").containsIgnoringCase("\r\nconnection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET /api/features HTTP/1.1\r\nHost: x\r\n"
            + "Connection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"})
    void http2IsNotSpokenWithoutTls(String head) throws Exception {
        assertThat(firstLine(head)).startsWith("HTTP/").doesNotStartWith("HTTP/1.1 101");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"image/*", "text/html", "application/json;q=0", "x", ",,,", "a/b/c", "text/plain;q=abc"})
    void noAcceptIsAReasonForARefusal(String accept) {
        given().header("Accept", accept).get("/api/features").then().statusCode(200).contentType("application/json");
        given().header("Accept", accept).get("/api/v2/userdata").then().statusCode(401);
    }

    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
