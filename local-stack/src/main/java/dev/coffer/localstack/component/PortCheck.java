package dev.coffer.localstack.component;

import dev.coffer.localstack.process.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Checks for ports in use. */
public final class PortCheck {
    private static final int CONNECT_MILLIS = 500;
    /** A killed program may hold its port for a short time. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private PortCheck() {}

    /**
     * @throws ComponentException naming component and port, if the port is in use
     */
    public static void requireFree(Component component) {
        for (int port : component.ports()) {
            if (!becomesFree(port)) {
                throw new ComponentException("port " + port + " of " + component.name()
                        + " is in use by another program; end it, or move all ports with COFFER_PORT_BASE");
            }
        }
    }

    private static boolean becomesFree(int port) {
        try {
            return Await.until(() -> isFree(port), TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the port of the loopback interface is free. */
    public static boolean isFree(int port) {
        return !answers(port) && canBeBound(port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBeBound(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections in TIME_WAIT after a crash do not matter.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that is free now. */
    public static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
