package dev.coffer.common.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Fails if an upgrade of the framework changes what {@link FrameworkInternals} relies on. That targets which are no URI
 * reach the filters, and that connections are watched, is seen by {@code RequestHeadIT} of userdata-service.
 */
class FrameworkInternalsTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void theChannelOfAConnectionIsAtHand() throws Exception {
        CompletableFuture<Long> taken = new CompletableFuture<>();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> answer(request, taken))
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        try (Socket client = new Socket("127.0.0.1", server.actualPort())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(taken.get(10, TimeUnit.SECONDS)).isZero();
        }
    }

    private static void answer(HttpServerRequest request, CompletableFuture<Long> taken) {
        Channel channel = FrameworkInternals.channel(request.connection());
        taken.complete(channel.isActive() ? FrameworkInternals.taken(channel) : -1);
        request.response().end();
    }

    @Test
    void theListOfMediaTypesIsThere() {
        assertThat(FrameworkInternals.mediaType("png")).contains("image/png");
        assertThat(FrameworkInternals.mediaType("unheard-of")).isEmpty();
    }
}
