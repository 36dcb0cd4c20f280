package dev.coffer.localstack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
    private static final long BIG = 256L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private ServerSocket service;
    private int port;

    @BeforeEach
    void start() throws Exception {
        service = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        int nobody = freePort();
        port = freePort();
        CompletableFuture<String> started = new CompletableFuture<>();
        vertx.deployVerticle(new Edge(port, Map.of(Upstream.USERDATA, service.getLocalPort(),
                        Upstream.ASSET, nobody, Upstream.FILES, nobody, Upstream.BLOB, nobody),
                        new ClientConnections(EdgeLimits.DEFAULT)))
                .onComplete(started::complete, started::completeExceptionally);
        started.get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        background.shutdownNow();
        service.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

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
    void headersOfTheClientArriveAndNoneIsAdded() throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.1\r\nHost: edge.example:8080\r\nAuthorization: Bearer t\r\n"
                    + "Comfy-User: x\r\nX-Twice: 1\r\nX-Twice: 2\r\n\r\n");
            client.readHead();
        }
        assertThat(head.get().toLowerCase().split("\r\n")).containsExactlyInAnyOrder("get /api/users http/1.1",
                "host: 127.0.0.1:" + service.getLocalPort(), "authorization: bearer t", "comfy-user: x", "x-twice: 1", "x-twice: 2");
    }

    @Test
    void aPathOfNobodyIsNotFound() throws Exception {
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

    @Test
    void aServiceThatDiesBeforeItsAnswerIsUnavailable() throws Exception {
        background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.reset();
            return null;
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatIsCutIsCutForTheServiceToo(boolean reset) throws Exception {
        Future<Long> arrived = background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                connection.readHead();
                return connection.drain();
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
            client.send(new byte[500_000]);
            if (reset) {
                client.reset();
            }
        }
        assertThat(arrived.get(20, TimeUnit.SECONDS)).isLessThanOrEqualTo(500_000);
    }

    @Test
    void aChunkedBodyThatIsCutHasNoLastChunk() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> arrived = background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                connection.readHead();
                begun.countDown();
                return new String(connection.in().readAllBytes());
            } catch (IOException cut) {
                return "cut";
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(arrived.get(20, TimeUnit.SECONDS)).doesNotContain("0\r\n\r\n");
    }

    @Test
    void anAnswerThatIsCutIsCutForTheClientToo() throws Exception {
        background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            connection.send(new byte[500_000]);
            connection.reset();
            return null;
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/userdata/f HTTP/1.1\r\nHost: x\r\n\r\n");
            client.readHead();
            assertThat(client.drain()).isLessThanOrEqualTo(500_000);
        }
    }

    @Test
    void anEarlyRefusalReachesAClientThatIsStillSending() throws Exception {
        background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                connection.readHead();
                connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
                return connection.drain();
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n");
            client.send(new byte[CHUNK]);
            assertThat(client.readHead()).startsWith("HTTP/1.1 413");
            assertThat(client.read(3)).isEqualTo("big");
        }
    }

    @Test
    void aClientThatExpectsToBeAskedIsAskedByTheService() throws Exception {
        Future<String> body = background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                assertThat(connection.readHead()).containsIgnoringCase("expect: 100-continue");
                connection.send("HTTP/1.1 100 Continue\r\n\r\n");
                String sent = connection.read(2);
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                return sent;
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 100");
            client.send("ab");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");
        }
        assertThat(body.get()).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2", "Transfer-Encoding: chunked"})
    void aClientThatExpectsToBeAskedMayBeRefusedBefore(String framing) throws Exception {
        background.submit(() -> answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\n" + framing + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 401").containsIgnoringCase("connection: close");
            assertThat(client.read(9)).isEqualTo("no");
        }
    }

    @Test
    void aClientThatDoesNotWaitToBeAskedIsServed() throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                    + "Expect: 100-continue\r\n\r\nab");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200");
        }
        head.get();
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
    void nobodySpeaksHttp2WithoutTls(String head) throws Exception {
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

    @Test
    void bigBodiesPassWithoutBeingKept() throws Exception {
        Future<Long> arrived = background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.in().skipNBytes(BIG);
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + BIG + "\r\n\r\n");
            send(connection);
            return BIG;
        });
        long before = usedHeap();
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: " + BIG + "\r\n\r\n");
            send(client);
            client.readHead();
            client.in().skipNBytes(BIG);
        }
        assertThat(arrived.get()).isEqualTo(BIG);
        assertThat(usedHeap() - before).isLessThan(BIG / 4);
    }

    private static void send(RawConnection connection) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long sent = 0; sent < BIG; sent += CHUNK) {
            connection.send(chunk);
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private String answer(String response) throws IOException {
        try (RawConnection connection = new RawConnection(service.accept())) {
            String head = connection.readHead();
            connection.send(response);
            return head;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
