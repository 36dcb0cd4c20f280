package dev.coffer.localstack.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.edge.RouteTable.Upstream;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientConnectionsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final EdgeLimits SHORT_TIMEOUTS = new EdgeLimits(100, 100, SHORT, SHORT);
    private static final EdgeLimits FEW = new EdgeLimits(6, 3, Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final String FOUND_NOWHERE = "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<RawConnection> clients = new ArrayList<>();
    private ServerSocket service;
    private ClientConnections connections;
    private int port;

    @BeforeEach
    void startWithShortTimeouts() throws Exception {
        start(SHORT_TIMEOUTS);
    }

    private void start(EdgeLimits limits) throws Exception {
        if (service != null) {
            service.close();
        }
        connections = new ClientConnections(limits);
        service = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        int behind = service.getLocalPort();
        CompletableFuture<String> started = new CompletableFuture<>();
        vertx.deployVerticle(new Edge(port, Map.of(Upstream.USERDATA, behind, Upstream.ASSET, behind,
                Upstream.FILES, behind, Upstream.BLOB, behind), connections))
                .onComplete(started::complete, started::completeExceptionally);
        started.get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        for (RawConnection client : clients) {
            client.close();
        }
        background.shutdownNow();
        service.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        RawConnection client = connect("127.0.0.1");
        client.send("GET /nowhere HTTP/1.1\r\n");
        background.submit(() -> drip(client, "X-Header: x\r\n"));
        assertThat(ends(client)).isTrue();
    }

    @Test
    void aConnectionThatSaysNothingIsCut() throws Exception {
        assertThat(ends(connect("127.0.0.1"))).isTrue();
    }

    @Test
    void aConnectionIsNotKeptForLongBetweenRequests() throws Exception {
        RawConnection client = connect("127.0.0.1");
        for (int i = 0; i < 5; i++) {
            client.send(FOUND_NOWHERE);
            assertThat(client.readHead()).startsWith("HTTP/1.1 404");
            client.read(bodyOf(Refusal.NOT_FOUND));
            Thread.sleep(250);
        }
        background.submit(() -> drip(client, "x"));
        assertThat(ends(client)).isTrue();
    }

    @Test
    void aRequestThatTakesItsTimeIsNotCut() throws Exception {
        background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.read(3);
            Thread.sleep(SHORT.multipliedBy(2));
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            return null;
        });
        RawConnection client = connect("127.0.0.1");
        client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n");
        for (String part : List.of("a", "b", "c")) {
            Thread.sleep(SHORT);
            client.send(part);
        }
        assertThat(client.readHead()).startsWith("HTTP/1.1 200");
    }

    @Test
    void theUnreadRestOfABodyIsCut() throws Exception {
        RawConnection client = connect("127.0.0.1");
        client.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
        assertThat(client.readHead()).startsWith("HTTP/1.1 404");
        client.read(bodyOf(Refusal.NOT_FOUND));
        background.submit(() -> drip(client, "x"));
        assertThat(ends(client)).isTrue();
    }

    @Test
    void oneAddressHasItsLimitAndOthersAreServed() throws Exception {
        start(FEW);
        for (int i = 0; i < FEW.perAddress(); i++) {
            assertThat(answered(connect("127.0.0.1"))).isTrue();
        }
        assertThat(answered(connect("127.0.0.1"))).isFalse();
        for (int i = 0; i < FEW.perAddress(); i++) {
            assertThat(answered(connect("127.0.0.2"))).isTrue();
        }
        assertThat(answered(connect("127.0.0.3"))).isFalse();
        assertThat(connections.count()).isEqualTo(FEW.connections());
        clients.getFirst().close();
        while (connections.count() == FEW.connections()) {
            Thread.onSpinWait();
        }
        assertThat(answered(connect("127.0.0.1"))).isTrue();
    }

    @Test
    void limitsThatAreNoneAreRefusedByName() {
        assertThat(EdgeLimits.of(Map.of())).isEqualTo(EdgeLimits.DEFAULT);
        assertThat(EdgeLimits.of(Map.of("COFFER_EDGE_CONNECTIONS_PER_ADDRESS", "5")).perAddress()).isEqualTo(5);
        assertThatThrownBy(() -> EdgeLimits.of(Map.of("COFFER_EDGE_IDLE_SECONDS", "61")))
                .hasMessage("COFFER_EDGE_IDLE_SECONDS must be 1 to 60.");
        assertThatThrownBy(() -> EdgeLimits.of(Map.of("COFFER_EDGE_HEAD_SECONDS", "soon")))
                .hasMessageStartingWith("COFFER_EDGE_HEAD_SECONDS");
    }

    private RawConnection connect(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        RawConnection client = new RawConnection(socket);
        clients.add(client);
        return client;
    }

    private static boolean ends(RawConnection client) throws IOException {
        try {
            return client.in().read() < 0;
        } catch (SocketException cut) {
            return true;
        }
    }

    private static boolean answered(RawConnection client) {
        try {
            client.send(FOUND_NOWHERE);
            client.readHead();
            client.read(bodyOf(Refusal.NOT_FOUND));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static int bodyOf(Refusal refusal) {
        return refusal.json().length();
    }

    private static Void drip(RawConnection client, String drop) throws Exception {
        while (!Thread.interrupted()) {
            client.send(drop);
            Thread.sleep(100);
        }
        return null;
    }
}
