package dev.coffer.common.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server of vert.x whose answers are larger than what sockets take by themselves. */
class AnswerWatchTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int LARGE = 24 << 20;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private HttpServer server;
    private Socket client;

    @BeforeEach
    void start() throws Exception {
        ConnectionRules rules = new ConnectionRules(null, new Answers(SHORT), null);
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.request().connection().closeHandler(closed::complete);
            rules.watch(context);
        });
        router.route("/in-two").handler(context -> {
            context.response().setChunked(true).write("x");
            vertx.setTimer(SHORT.multipliedBy(3).toMillis(), now -> context.end("y"));
        });
        router.route().handler(context -> context.end(Buffer.buffer(new byte[LARGE])));
        server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        client = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.actualPort());
        client.setSoTimeout(TIMEOUT_MILLIS);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoReadsNothingIsCutOff() throws Exception {
        ask("/");
        closed.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Test
    void whoAsksForMoreAndReadsNothingIsCutOffToo() throws Exception {
        Thread more = Thread.startVirtualThread(() -> askAgainAndAgain());
        closed.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        more.interrupt();
    }

    @Test
    void aReadingClientIsServedForLongerThanTheTimeout() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask("/");
            Thread.sleep(SHORT.toMillis() / 4);
            readAnswer();
            Thread.sleep(SHORT.toMillis());
        }
        assertThat(closed).isNotDone();
    }

    @Test
    void anAnswerThatTakesItsTimeIsNoSlowClient() throws Exception {
        ask("/in-two");
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("y\r\n0\r\n\r\n") < 0) {
            byte[] next = client.getInputStream().readNBytes(1);
            assertThat(next).isNotEmpty();
            answer.append((char) next[0]);
        }
        assertThatThrownBy(() -> closed.get(SHORT.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private void ask(String path) throws IOException {
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void askAgainAndAgain() {
        try {
            while (!Thread.interrupted()) {
                ask("/");
                Thread.sleep(SHORT.toMillis() / 2);
            }
        } catch (IOException | InterruptedException over) {
            // It was cut.
        }
    }

    private void readAnswer() throws IOException {
        byte[] head = ("HTTP/1.1 200 OK\r\ncontent-length: " + LARGE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(client.getInputStream().readNBytes(head.length)).isEqualTo(head);
        assertThat(client.getInputStream().readNBytes(LARGE)).hasSize(LARGE);
    }
}
