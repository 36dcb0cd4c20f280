package dev.coffer.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<HttpServerRequest> request = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(arriving -> {
                    arriving.pause();
                    arriving.connection().closeHandler(closed::complete);
                    request.complete(arriving);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aWholeBodyEnds() throws Exception {
        try (Socket client = send(5, "hello")) {
            try (InputStream body = body(LONG)) {
                assertThat(body.readAllBytes()).asString().isEqualTo("hello");
            }
        }
    }

    @Test
    void aBodyThatWasCutBeforeAnybodyReadItIsNoticedAtOnce() throws Exception {
        send(10, "hello").close();
        closed.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> body(LONG).readAllBytes())
                .isInstanceOfSatisfying(BodyCut.class, cut -> assertThat(cut.isSilent()).isFalse());
    }

    @Test
    void aBodyThatIsCutWhileItIsReadIsNoticedAtOnce() throws Exception {
        Socket client = send(10, "hello");
        InputStream body = body(LONG);
        assertThat(body.readNBytes(5)).asString().isEqualTo("hello");
        client.close();
        assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyCut.class);
    }

    @Test
    void aClientThatFallsSilentIsNotWaitedForForever() throws Exception {
        try (Socket client = send(10, "hello")) {
            assertThatThrownBy(() -> body(Duration.ofMillis(600)).readAllBytes())
                    .isInstanceOfSatisfying(BodyCut.class, cut -> assertThat(cut.isSilent()).isTrue());
        }
    }

    private InputStream body(Duration patience) throws Exception {
        return new BodyStream(request.get(10, TimeUnit.SECONDS), patience);
    }

    private Socket send(int declared, String body) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + declared + "\r\n\r\n";
        client.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
