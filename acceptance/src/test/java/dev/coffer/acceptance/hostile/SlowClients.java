package dev.coffer.acceptance.hostile;

import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.stack.Environment;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Clients that begin a transfer and then hardly continue. Closing disconnects all of them. */
final class SlowClients implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** They connect one after the other: the test is about slow clients, not about a burst of connections. */
    private static final Duration APART = Duration.ofMillis(20);
    private static final byte[] DROP = "1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<RawHttp> clients = new ArrayList<>();
    private final List<RawHttp> readers = new ArrayList<>();
    private final Thread drips = Thread.startVirtualThread(this::drip);

    /** One more, who sends this much of a chunked body. */
    RawHttp body(String method, String path, Map<String, String> headers, byte[] start) {
        RawHttp client = connected();
        client.head(method, path, headers);
        client.write((Integer.toHexString(start.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.write(start);
        client.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        add(client);
        return client;
    }

    /** One more, who sends these bytes of a head. */
    RawHttp head(String start) {
        RawHttp client = connected();
        add(client.write(start.getBytes(StandardCharsets.US_ASCII)));
        return client;
    }

    /** One more, who asks for something and reads nothing. */
    void reader(String path, Map<String, String> headers) {
        readers.add(connected().head("GET", path, headers));
    }

    private static RawHttp connected() {
        LockSupport.parkNanos(APART.toNanos());
        return new RawHttp(Environment.url());
    }

    /** Adds a client that sends single bytes. */
    private void add(RawHttp client) {
        synchronized (clients) {
            clients.add(client);
        }
    }

    private void drip() {
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            synchronized (clients) {
                clients.forEach(SlowClients::drip);
            }
        }
    }

    private static void drip(RawHttp client) {
        try {
            client.write(DROP);
        } catch (UncheckedIOException gone) {
            // The server has closed the connection.
        }
    }

    @Override
    public void close() {
        drips.interrupt();
        synchronized (clients) {
            clients.forEach(RawHttp::close);
        }
        readers.forEach(RawHttp::close);
    }
}
