package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.framework.FrameworkInternals;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left of a body is thrown away where the body ends, too: else it could end in between. */
class UnreadBodyTest {
    @RegisterExtension
    final OneRequest request = new OneRequest();

    @Test
    void theRestIsReadOnTheThreadOfTheConnection() throws Exception {
        try (Socket client = request.send(10, "12345")) {
            Watched watched = new Watched(request.context().request());
            UnreadBody.discardLater(watched.context(), watched);
            assertThat(watched.onItsThread.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBodyThatHasEndedIsLeftAlone() throws Exception {
        try (Socket client = request.send(5, "12345")) {
            HttpServerRequest ended = request.context().request();
            CompletableFuture<Void> end = new CompletableFuture<>();
            ended.endHandler(end::complete).resume();
            end.get(10, TimeUnit.SECONDS);
            Watched watched = new Watched(ended);
            UnreadBody.discardLater(watched.context(), watched);
            CompletableFuture<Void> after = new CompletableFuture<>();
            watched.context().runOnContext(after::complete);
            after.get(10, TimeUnit.SECONDS);
            assertThat(watched.onItsThread).isNotDone();
        }
    }

    @Test
    void aLongBodyStaysWithTheClientUntilItIsReadOrNotWanted() throws Exception {
        try (Socket client = request.send(200_000, "12345")) {
            HttpServerRequest held = request.context().request();
            onItsThread(held, () -> UnreadBody.holdBack(held));
            assertThat(comes(held)).isFalse();
            onItsThread(held, () -> UnreadBody.letCome(held));
            assertThat(comes(held)).isTrue();
            onItsThread(held, () -> UnreadBody.holdBack(held));
            Watched watched = new Watched(held);
            UnreadBody.discardLater(watched.context(), watched);
            watched.onItsThread.get(10, TimeUnit.SECONDS);
            assertThat(comes(held)).isTrue();
        }
    }

    /** Of a client that does not wait for the answer before it sends the next request. */
    @Test
    void theNextBodyIsHeldBackWhileThisOneComes() throws Exception {
        String chunk = "3e8\r\n" + "x".repeat(1000) + "\r\n";
        String head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (Socket client = request.send(head + chunk + "0\r\n\r\n" + head + chunk.repeat(20))) {
            HttpServerRequest first = request.context().request();
            onItsThread(first, () -> UnreadBody.holdBack(first));
            UnreadBody.letCome(first);
            byte[] more = chunk.repeat(32_000).getBytes(StandardCharsets.US_ASCII);
            Thread sender = Thread.startVirtualThread(() -> write(client, more));
            assertThat(sender.join(Duration.ofSeconds(1))).as("all of it was taken").isFalse();
            assertThat(comes(first)).isFalse();
        }
    }

    private static void write(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void onItsThread(HttpServerRequest request, Runnable work) throws Exception {
        FrameworkInternals.channel(request.connection()).eventLoop().submit(work).get(10, TimeUnit.SECONDS);
    }

    @Test
    void aShortOneComesWithItsHead() throws Exception {
        try (Socket client = request.send(50_000, "12345")) {
            HttpServerRequest taken = request.context().request();
            onItsThread(taken, () -> UnreadBody.holdBack(taken));
            assertThat(comes(taken)).isTrue();
        }
    }

    private static boolean comes(HttpServerRequest request) {
        return FrameworkInternals.channel(request.connection()).config().isAutoRead();
    }

    private static final class Watched extends HttpServerRequestWrapper {
        private final CompletableFuture<Boolean> onItsThread = new CompletableFuture<>();

        Watched(HttpServerRequest request) {
            super((HttpServerRequestInternal) request);
        }

        @Override
        public HttpServerRequest handler(Handler<Buffer> handler) {
            onItsThread.complete(Context.isOnEventLoopThread());
            return super.handler(handler);
        }
    }
}
