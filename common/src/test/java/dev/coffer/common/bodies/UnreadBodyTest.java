package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.framework.FrameworkInternals;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import java.net.Socket;
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
            UnreadBody.holdBack(held);
            assertThat(comes(held)).isFalse();
            UnreadBody.letCome(held);
            assertThat(comes(held)).isTrue();
            UnreadBody.holdBack(held);
            Watched watched = new Watched(held);
            UnreadBody.discardLater(watched.context(), watched);
            watched.onItsThread.get(10, TimeUnit.SECONDS);
            assertThat(comes(held)).isTrue();
        }
    }

    @Test
    void aShortOneComesWithItsHead() throws Exception {
        try (Socket client = request.send(50_000, "12345")) {
            HttpServerRequest taken = request.context().request();
            UnreadBody.holdBack(taken);
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
