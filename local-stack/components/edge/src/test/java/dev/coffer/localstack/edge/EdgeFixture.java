package dev.coffer.localstack.edge;

import dev.coffer.localstack.edge.RouteTable.Upstream;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An edge in front of one service that the test plays, {@link Upstream#USERDATA}, and three that are down. */
abstract class EdgeFixture {
    private final Vertx vertx = Vertx.vertx();
    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    ServerSocket service;
    int port;

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

    /** Accepts one request and answers it. Returns the head of the request. */
    String answer(String response) throws IOException {
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
