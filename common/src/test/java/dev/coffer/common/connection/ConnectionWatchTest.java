package dev.coffer.common.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server of vert.x, of which netty makes the connections as it does for a service. */
class ConnectionWatchTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String ANSWER = "HTTP/1.1 200 OK";

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> clients = new ArrayList<>();
    private HttpServer server;

    private record Limits(Duration head, Duration idle, int all, int perAddress) implements ConnectionConfig {}

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(new ConnectionRules(null, new Answers(LONG))::watch);
        router.route("/slow").handler(context -> vertx.setTimer(SHORT.multipliedBy(3).toMillis(), now -> context.end()));
        router.route().handler(context -> context.end());
        server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        ConnectionExtension.use(null);
        for (Socket client : clients) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        ConnectionExtension.use(new Limits(SHORT, LONG, 100, 0));
        Socket client = connect();
        send(client, "GET / HTTP/1.1\r\n");
        Thread drip = Thread.startVirtualThread(() -> drip(client));
        assertThat(ends(client)).isTrue();
        drip.interrupt();
        assertThat(ends(connect())).isTrue();
    }

    @Test
    void aConnectionIsNotKeptForLongBetweenRequests() throws Exception {
        ConnectionExtension.use(new Limits(LONG, SHORT, 100, 0));
        Socket client = connect();
        for (int i = 0; i < 3; i++) {
            assertThat(answered(client, REQUEST)).isTrue();
        }
        Thread drip = Thread.startVirtualThread(() -> drip(client));
        assertThat(ends(client)).isTrue();
        drip.interrupt();
    }

    @Test
    void aRequestThatTakesItsTimeIsNotCut() throws Exception {
        ConnectionExtension.use(new Limits(SHORT, SHORT, 100, 0));
        assertThat(answered(connect(), REQUEST.replace(" / ", " /slow "))).isTrue();
    }

    @Test
    void whatIsAboveTheLimitsIsClosedUntilThereIsRoom() throws Exception {
        ConnectionExtension.use(new Limits(LONG, LONG, 100, 2));
        Socket first = connect();
        assertThat(answered(first, REQUEST)).isTrue();
        assertThat(answered(connect(), REQUEST)).isTrue();
        assertThat(answered(connect(), REQUEST)).isFalse();
        first.close();
        boolean served = false;
        for (int i = 0; i < 100 && !served; i++) {
            served = answered(connect(), REQUEST);
        }
        assertThat(served).isTrue();
    }

    @Test
    void allTogetherHaveALimitToo() throws Exception {
        ConnectionExtension.use(new Limits(LONG, LONG, 1, 0));
        assertThat(answered(connect(), REQUEST)).isTrue();
        assertThat(answered(connect(), REQUEST)).isFalse();
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.actualPort());
        client.setSoTimeout(TIMEOUT_MILLIS);
        clients.add(client);
        return client;
    }

    private static boolean answered(Socket client, String request) throws IOException {
        try {
            send(client, request);
            byte[] answer = client.getInputStream().readNBytes((ANSWER + "\r\ncontent-length: 0\r\n\r\n").length());
            return new String(answer, StandardCharsets.US_ASCII).startsWith(ANSWER);
        } catch (SocketException closed) {
            return false;
        }
    }

    private static boolean ends(Socket client) throws IOException {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketException cut) {
            return true;
        }
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void drip(Socket client) {
        try {
            while (!Thread.interrupted()) {
                send(client, "x");
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException over) {
            // It was cut.
        }
    }
}
