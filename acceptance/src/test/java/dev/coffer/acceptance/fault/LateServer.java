package dev.coffer.acceptance.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address where nobody listens, until it is opened and leads to a server. */
final class LateServer implements AutoCloseable {
    private final InetSocketAddress server;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final int port;

    LateServer(InetSocketAddress server) throws IOException {
        this.server = server;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        open.add(listening);
        Thread.startVirtualThread(() -> {
            while (true) {
                try {
                    Socket client = listening.accept();
                    Socket connection = new Socket(server.getAddress(), server.getPort());
                    open.addAll(List.of(client, connection));
                    copy(client, connection);
                    copy(connection, client);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void copy(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException closed) {
                // The other direction ends, too: its sockets are closed by now.
            }
        });
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : new ArrayList<>(open)) {
            one.close();
        }
    }
}
