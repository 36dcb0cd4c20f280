package dev.coffer.localstack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in both directions: complete, truncated, after 100-continue, and larger than the heap. */
class EdgeBodyTest extends EdgeFixture {
    private static final long BIG = 256L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    @Test
    void aServiceThatDiesBeforeItsAnswerIsUnavailable() throws Exception {
        background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.reset();
            return null;
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/users HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatIsCutIsCutForTheServiceToo(boolean reset) throws Exception {
        Future<Long> arrived = background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                connection.readHead();
                return connection.drain();
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
            client.send(new byte[500_000]);
            if (reset) {
                client.reset();
            }
        }
        assertThat(arrived.get(20, TimeUnit.SECONDS)).isLessThanOrEqualTo(500_000);
    }

    @Test
    void aChunkedBodyThatIsCutHasNoLastChunk() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> arrived = background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                connection.readHead();
                begun.countDown();
                return new String(connection.in().readAllBytes());
            } catch (IOException cut) {
                return "cut";
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(arrived.get(20, TimeUnit.SECONDS)).doesNotContain("0\r\n\r\n");
    }

    @Test
    void anAnswerThatIsCutIsCutForTheClientToo() throws Exception {
        background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            connection.send(new byte[500_000]);
            connection.reset();
            return null;
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("GET /api/userdata/f HTTP/1.1\r\nHost: x\r\n\r\n");
            client.readHead();
            assertThat(client.drain()).isLessThanOrEqualTo(500_000);
        }
    }

    @Test
    void anEarlyRefusalReachesAClientThatIsStillSending() throws Exception {
        background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                connection.readHead();
                connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
                return connection.drain();
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n");
            client.send(new byte[CHUNK]);
            assertThat(client.readHead()).startsWith("HTTP/1.1 413");
            assertThat(client.read(3)).isEqualTo("big");
        }
    }

    @Test
    void aClientThatExpectsToBeAskedIsAskedByTheService() throws Exception {
        Future<String> body = background.submit(() -> {
            try (RawConnection connection = new RawConnection(service.accept())) {
                assertThat(connection.readHead()).containsIgnoringCase("expect: 100-continue");
                connection.send("HTTP/1.1 100 Continue\r\n\r\n");
                String sent = connection.read(2);
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                return sent;
            }
        });
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 100");
            client.send("ab");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");
        }
        assertThat(body.get()).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2", "Transfer-Encoding: chunked"})
    void aClientThatExpectsToBeAskedMayBeRefusedBefore(String framing) throws Exception {
        background.submit(() -> answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\n" + framing + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 401").containsIgnoringCase("connection: close");
            assertThat(client.read(9)).isEqualTo("no");
        }
    }

    @Test
    void aClientThatDoesNotWaitToBeAskedIsServed() throws Exception {
        Future<String> head = background.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                    + "Expect: 100-continue\r\n\r\nab");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200");
        }
        head.get();
    }

    @Test
    void bigBodiesPassWithoutBeingKept() throws Exception {
        Future<Long> arrived = background.submit(() -> {
            RawConnection connection = new RawConnection(service.accept());
            connection.readHead();
            connection.in().skipNBytes(BIG);
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + BIG + "\r\n\r\n");
            send(connection);
            return BIG;
        });
        long before = usedHeap();
        try (RawConnection client = RawConnection.to(port)) {
            client.send("POST /api/userdata/f HTTP/1.1\r\nHost: x\r\nContent-Length: " + BIG + "\r\n\r\n");
            send(client);
            client.readHead();
            client.in().skipNBytes(BIG);
        }
        assertThat(arrived.get()).isEqualTo(BIG);
        assertThat(usedHeap() - before).isLessThan(BIG / 4);
    }

    private static void send(RawConnection connection) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long sent = 0; sent < BIG; sent += CHUNK) {
            connection.send(chunk);
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
