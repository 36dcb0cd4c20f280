package dev.coffer.common.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server of vert.x, of which netty makes the connections as it does for a service. */
class ConnectionWatchTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int OF_MANAGEMENT = 2;
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String ANSWER = "HTTP/1.1 200 OK";

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> clients = new ArrayList<>();
    private HttpServer server;
    private HttpServer management;

    private record Limits(Duration head, Duration idle, int all, OptionalInt perAddress, int management)
            implements ConnectionConfig {}

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(new ConnectionRules(null, new Answers(LONG), null)::watch);
        router.route("/slow")
                .handler(context -> vertx.setTimer(SHORT.multipliedBy(3).toMillis(), now -> context.end()));
        router.route().handler(context -> context.end());
        server = serve(router);
        management = serve(router);
    }

    private HttpServer serve(Router router) throws Exception {
        return vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        ConnectionExtension.stop();
        for (Socket client : clients) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        use(SHORT, LONG, 100, OptionalInt.of(0));
        Socket client = connect();
        send(client, "GET / HTTP/1.1\r\n");
        Thread drip = Thread.startVirtualThread(() -> drip(client));
        assertThat(ends(client)).isTrue();
        drip.interrupt();
        assertThat(ends(connect())).isTrue();
    }

    @Test
    void aConnectionIsNotKeptForLongBetweenRequests() throws Exception {
        use(LONG, SHORT, 100, OptionalInt.of(0));
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
        use(SHORT, SHORT, 100, OptionalInt.of(0));
        assertThat(answered(connect(), REQUEST.replace(" / ", " /slow "))).isTrue();
    }

    @Test
    void whatIsAboveTheLimitsIsClosedUntilThereIsRoom() throws Exception {
        use(LONG, LONG, 100, OptionalInt.of(2));
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
        use(LONG, LONG, 1, OptionalInt.of(0));
        assertThat(answered(connect(), REQUEST)).isTrue();
        assertThat(answered(connect(), REQUEST)).isFalse();
    }

    @Test
    void withoutASettingOneAddressHasNotAll() throws Exception {
        use(LONG, LONG, 4, OptionalInt.empty());
        for (int i = 0; i < 3; i++) {
            assertThat(answered(connect(), REQUEST)).isTrue();
        }
        assertThat(answered(connect(), REQUEST)).isFalse();
    }

    @Test
    void theManagementInterfaceHasRoomOfItsOwn() throws Exception {
        use(LONG, LONG, 1, OptionalInt.of(1));
        for (int i = 0; i < OF_MANAGEMENT; i++) {
            assertThat(answered(connect(management), REQUEST)).isTrue();
        }
        assertThat(answered(connect(), REQUEST)).as("probes take no room of clients").isTrue();
        assertThat(answered(connect(), REQUEST)).isFalse();
        assertThat(answered(connect(management), REQUEST)).isFalse();
    }

    @Test
    void probesAreAnsweredThoughClientsHaveTakenAll() throws Exception {
        use(LONG, LONG, 1, OptionalInt.empty());
        assertThat(answered(connect(), REQUEST)).isTrue();
        assertThat(answered(connect(), REQUEST)).isFalse();
        assertThat(answered(connect(management), REQUEST)).isTrue();
    }

    @Test
    void limitsThatAdmitNoRequestAreRefusedByName() {
        assertThatThrownBy(() -> use(LONG, LONG, 0, OptionalInt.empty()))
                .hasMessageContaining("coffer.connections.all");
        assertThatThrownBy(() -> use(LONG, LONG, 1, OptionalInt.of(-1)))
                .hasMessageContaining("coffer.connections.per-address");
    }

    private void use(Duration head, Duration idle, int all, OptionalInt perAddress) {
        ConnectionExtension.use(new Limits(head, idle, all, perAddress, OF_MANAGEMENT), management::actualPort);
    }

    private Socket connect() throws IOException {
        return connect(server);
    }

    private Socket connect(HttpServer server) throws IOException {
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
