package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.UserFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** 300 connections that are kept open by a byte a second, in the head of a request or in its body. */
final class DrippingClients implements AutoCloseable {
    private static final int HEADS = 200;
    private static final int BODIES = 100;
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ALL_CLOSED = Duration.ofSeconds(120);
    private static final Executor EACH = task -> Thread.startVirtualThread(task);

    private final SlowClients slow = new SlowClients();
    private final List<CompletableFuture<Duration>> heads = new ArrayList<>();
    private final List<CompletableFuture<Duration>> bodies = new ArrayList<>();

    void connect() {
        Map<String, String> headers = new LinkedHashMap<>(as(A).byKey().headers());
        headers.put("Transfer-Encoding", "chunked");
        for (int i = 0; i < HEADS; i++) {
            RawHttp head = slow.head("GET /api/users HTTP/1.1\r\nHost: x\r\nX-Drip: ");
            heads.add(closed(head, RawHttp::awaitClose));
        }
        for (int i = 0; i < BODIES; i++) {
            RawHttp body = slow.body("POST", UserFiles.url(Payloads.unique("slow")), headers, new byte[10]);
            bodies.add(closed(body, client -> {
                assertThat(client.answer().status()).isEqualTo(408);
                client.awaitClose();
            }));
        }
    }

    private static CompletableFuture<Duration> closed(RawHttp client, Consumer<RawHttp> end) {
        long connected = System.nanoTime();
        return CompletableFuture.supplyAsync(() -> {
            end.accept(client);
            return Duration.ofNanos(System.nanoTime() - connected);
        }, EACH);
    }

    /** Waits until the server has closed all of them, the requests with a body after an answer of 408. */
    void assertClosedByTheServer() throws Exception {
        assertThat(heads).as("connections of ConnectionsIT").hasSize(HEADS);
        for (CompletableFuture<Duration> head : heads) {
            assertThat(head.get(ALL_CLOSED.toSeconds(), TimeUnit.SECONDS)).isLessThan(HEAD_TIMEOUT);
        }
        for (CompletableFuture<Duration> body : bodies) {
            body.get(ALL_CLOSED.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        slow.close();
    }
}
