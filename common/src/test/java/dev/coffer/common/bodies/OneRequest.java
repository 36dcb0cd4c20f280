package dev.coffer.common.bodies;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real server that takes one request, and does nothing with it; a new one for each test. */
final class OneRequest implements BeforeEachCallback, AfterEachCallback {
    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<RoutingContext> arrived = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.request().pause();
            context.request().connection().closeHandler(closed::complete);
            arrived.complete(context);
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Sends the head and the beginning of the body; the connection stays open. */
    Socket send(int declared, String body) throws IOException {
        return send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + declared + "\r\n\r\n" + body);
    }

    /** Sends these bytes; the connection stays open. */
    Socket send(String bytes) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        client.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** What arrived. */
    RoutingContext context() throws Exception {
        return arrived.get(10, TimeUnit.SECONDS);
    }

    /** Waits until the server has noticed that the client is gone. */
    void awaitClosed() throws Exception {
        closed.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
