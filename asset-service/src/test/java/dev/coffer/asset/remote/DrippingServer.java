package dev.coffer.asset.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers with a beginning, and then a byte now and then: a hundred, in ten seconds. */
final class DrippingServer implements AutoCloseable {
    private static final int BYTES = 100;
    private static final int PAUSE_MILLIS = 100;

    private final String beginning;
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    DrippingServer(String beginning) throws IOException {
        this.beginning = beginning;
        Thread.startVirtualThread(this::answer);
    }

    int port() {
        return server.getLocalPort();
    }

    private void answer() {
        try (Socket client = server.accept()) {
            OutputStream out = client.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < BYTES; i++) {
                out.write('0');
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException over) {
            // The client has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
