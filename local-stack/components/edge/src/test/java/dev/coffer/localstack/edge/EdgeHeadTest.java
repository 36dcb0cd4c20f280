package dev.coffer.localstack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of requests and answers: forwarded unchanged, or refused. */
class EdgeHeadTest extends EdgeFixture {
    @ParameterizedTest
    @ValueSource(strings = {
        "/api/userdata/a%2Fb", "/api/userdata/a//b", "/api/userdata/a/../b", "/api/userdata/a;b=c?x=%41&&y",
        "/api/userdata/%41%252F%zz", "/api/userdata/a%", "/api/userdata/a\\b", "/api/userdata/?", "/api/userdata/."
    })
    void thePathArrivesByteForByte(String target) throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 204 No Content\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("transfer-encoding");
        }
        assertThat(head.get()).startsWith("GET " + target + " HTTP/1.1\r\n");
    }

    @Test
    void headersOfTheClientArriveAndNoneButTheIdIsAdded() throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.1\r\nHost: edge.example:8080\r\nAuthorization: Bearer t\r\n"
                    + "Comfy-User: x\r\nX-Twice: 1\r\nX-Twice: 2\r\nX-Request-Id: mine\r\ntraceparent: t\r\n\r\n");
            client.readHead();
        }
        assertThat(head.get().toLowerCase().split("\r\n")).containsExactlyInAnyOrder("get /api/users http/1.1",
                "host: 127.0.0.1:" + service.getLocalPort(), "authorization: bearer t", "comfy-user: x", "x-twice: 1",
                "x-twice: 2",
                "x-request-id: mine", "traceparent: t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-Request-Id:\r\n", "X-Request-Id: a b\r\n", "X-Request-Id: a]\r\n",
        "X-Request-Id: a\r\nX-Request-Id: b\r\n"})
    void aRequestWithoutAnIdOfItsOwnGetsOne(String header) throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.1\r\nHost: x\r\n" + header + "\r\n");
            client.readHead();
        }
        assertThat(head.get().lines().filter(line -> line.toLowerCase().startsWith("x-request-id:")))
                .singleElement().asString().matches("(?i)x-request-id: [0-9a-f-]{36}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET /internal HTTP/1.1 | 404", "POST /api/assets HTTP/1.1 | 503", "GET /api/users;x HTTP/1.1 | 400",
        "OPTIONS * HTTP/1.1 | 204"
    })
    void theEdgeItselfAnswersWithTheId(String request, int status) throws Exception {
        try (RawConnection client = RawConnection.to(port)) {
            client.send(request + "\r\nHost: x\r\nX-Request-Id: mine\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("x-request-id: mine\r\n");
        }
    }

    @Test
    void whatIsNoHttpIsAnsweredWithAnIdToo() throws Exception {
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.1\r\nHost : a\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 400").containsIgnoringCase("x-request-id: ");
        }
    }

    @Test
    void aPathWithoutAServiceIsNotFound() throws Exception {
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /internal/blobs/1 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 404").containsIgnoringCase("application/json");
            assertThat(client.read(40)).startsWith("{\"code\":\"NOT_FOUND\",\"message\":");
        }
    }

    @Test
    void aServiceThatIsDownIsUnavailable() throws Exception {
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/assets HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(client.readHead()).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 2");
            assertThat(client.read(40)).startsWith("{\"code\":\"UNAVAILABLE\",\"message\":");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x/api/users?y=1", "HTTP://other:8080/api/users?y=1", "https://u@x/api/users?y=1"})
    void aTargetForAProxyIsThatOfItsPath(String target) throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 204 No Content\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 204");
        }
        assertThat(head.get()).startsWith("GET /api/users?y=1 HTTP/1.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/users HTTP/1.1\r\n\r\n", "GET /api/users HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost:\r\n\r\n", "GET /api/users HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost: a b/c\r\n\r\n", "GET /api/users HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n",
        "GET /api/users;x HTTP/1.1\r\nHost: a\r\n\r\n", "GET /api%3bx/users HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /internal;x/keys HTTP/1.1\r\nHost: a\r\n\r\n", "GET /internal%3Bx/keys HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://a/internal;x/keys HTTP/1.1\r\nHost: a\r\n\r\n", "GET /./internal;a=b/c HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /api/userdata/f HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /api/userdata/f HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /api/userdata/f HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
        "POST /api/userdata/f HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /api/userdata/f HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost : a\r\n\r\n", "GET /api/users HTTP/1.1\r\nHost: a\r\nX: b\0\r\n\r\n",
        "GET /api/users HTTP/1.1\nHost: a\n\n", "GET /api/users\r\n\r\n"
    })
    void aHeadThatIsWrongIsRefused(String head) throws Exception {
        try (RawConnection client = RawConnection.to(port)) {
            client.send(head);
            assertThat(client.readHead()).matches("(?s)HTTP/1.[01] 400.*").containsIgnoringCase("application/json");
            assertThat(client.read(27)).isEqualTo("{\"code\":\"INVALID_REQUEST\",\"");
        }
    }

    @Test
    void anOldClientNeedsNoHost() throws Exception {
        background.submit(() -> answer("HTTP/1.1 204 No Content\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.0\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.0 204");
        }
    }

    @Test
    void theServerAsAWholeAnswersOptions() throws Exception {
        try (RawConnection client = RawConnection.to(port)) {
            client.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 204");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET /api/users HTTP/1.1\r\nHost: x\r\n"
            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"})
    void http2IsNotSpokenWithoutTls(String head) throws Exception {
        background.submit(() -> answer("HTTP/1.1 204 No Content\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send(head);
            assertThat(client.readHead()).startsWith("HTTP/").doesNotStartWith("HTTP/1.1 101");
        }
    }

    @Test
    void anAnswerThatNothingHasChangedAnnouncesNoBody() throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/userdata/x HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 304").contains("\"x\"")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
        head.get();
    }

    @Test
    void aHeadAnswerKeepsItsLength() throws Exception {
        background.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 123456\r\nETag: \"e\"\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("HEAD /api/userdata/f HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).containsIgnoringCase("content-length: 123456").contains("\"e\"");
        }
    }
}
