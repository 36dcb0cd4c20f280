package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Content goes out through a real server, whose thread does something else for a while. */
class ContentWriterTest {
    private static final int SIZE = 8 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final Source source = new Source();

    @AfterEach
    void stop() {
        free.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void noMoreIsReadThanTheConnectionTakes() throws Exception {
        CompletableFuture<HttpResponse<byte[]>> answer = get(serve());
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        int read = source.readWhenItStandsStill();
        assertThat(read).as("bytes in memory").isPositive().isLessThan(1 << 20);
        free.countDown();
        assertThat(answer.get(30, TimeUnit.SECONDS).body()).hasSize(SIZE);
    }

    private HttpServer serve() {
        Router router = Router.router(vertx);
        router.get().handler(this::answer);
        return vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1")
                .toCompletionStage().toCompletableFuture().join();
    }

    private void answer(RoutingContext request) {
        Context connection = vertx.getOrCreateContext();
        request.response().setChunked(true);
        Thread.ofVirtual().start(() -> {
            connection.runOnContext(busy -> waitUntilFree());
            try {
                new ContentWriter(request).writeTo(source, InputStream.class, InputStream.class, null, null, null,
                        new Out(request));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void waitUntilFree() {
        begun.countDown();
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<HttpResponse<byte[]>> get(HttpServer server) {
        HttpClient client = HttpClient.newHttpClient();
        return client.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort())).build(),
                BodyHandlers.ofByteArray());
    }

    private static final class Source extends InputStream {
        private final AtomicInteger read = new AtomicInteger();

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, SIZE - read.get());
            read.addAndGet(count);
            return count == 0 ? -1 : count;
        }

        int readWhenItStandsStill() throws InterruptedException {
            int before = -1;
            while (before != read.get() || before == 0) {
                before = read.get();
                TimeUnit.MILLISECONDS.sleep(300);
            }
            return before;
        }
    }

    private static final class Out extends OutputStream {
        private final RoutingContext request;

        Out(RoutingContext request) {
            this.request = request;
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            request.response().write(Buffer.buffer().appendBytes(bytes, offset, length));
        }

        @Override
        public void close() {
            request.response().end();
        }
    }
}
