package dev.coffer.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy that injects faults in front of a local server. A fault applies to new connections and, from their next
 * byte, to open ones, until {@link #heal()}.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CHUNK_BYTES = 8 * 1024;
    private static final int FAREWELL_MILLIS = 200;
    private static final long FAREWELL_BYTES = 1024 * 1024;

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    /** The direction of bytes. */
    public enum Direction {
        TO_SERVER, TO_CLIENT
    }

    /** In front of this port of the loopback interface. */
    public FaultProxy(int targetPort) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        target = new InetSocketAddress(loopback, targetPort);
        listener = new ServerSocket(0, 200, loopback);
        threads.submit(this::accept);
    }

    /** Where clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on delays each chunk. */
    public void delay(Duration duration) {
        fault = new Fault(duration, Long.MAX_VALUE, Cut.NEVER);
    }

    /** From now on limits the bytes per second in each direction of each connection. */
    public void throttle(long bytesPerSecond) {
        fault = new Fault(Duration.ZERO, bytesPerSecond, Cut.NEVER);
    }

    /** From now on a connection ends, without a reset, once so many of its bytes have passed in this direction. */
    public void cutAfter(long bytes, Direction direction) {
        fault = new Fault(Duration.ZERO, Long.MAX_VALUE, new Cut(bytes, direction, false));
    }

    /** The same, but with a reset. */
    public void resetAfter(long bytes, Direction direction) {
        fault = new Fault(Duration.ZERO, Long.MAX_VALUE, new Cut(bytes, direction, true));
    }

    /** Removes the fault. */
    public void heal() {
        fault = Fault.NONE;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(socket -> close(socket, false));
        open.clear();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.submit(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
            server.connect(target);
        } catch (IOException serverIsDown) {
            end(client, server, true);
            return;
        }
        AtomicInteger ended = new AtomicInteger();
        threads.submit(() -> pass(client, server, Direction.TO_SERVER, ended));
        threads.submit(() -> pass(server, client, Direction.TO_CLIENT, ended));
    }

    private void pass(Socket from, Socket to, Direction direction, AtomicInteger ended) {
        byte[] chunk = new byte[CHUNK_BYTES];
        long passed = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                Fault now = fault;
                long allowed = Math.min(n, now.cut().allowedAfter(passed, direction));
                now.hold(allowed);
                out.write(chunk, 0, (int) allowed);
                passed += allowed;
                if (now.cut().isDue(passed, direction)) {
                    end(from, to, now.cut().reset());
                    return;
                }
            }
            to.shutdownOutput();
            if (ended.incrementAndGet() == Direction.values().length) {
                end(from, to, false);
            }
        } catch (IOException oneSideIsGone) {
            end(from, to, true);
        }
    }

    /** The first to end a connection says how: its other direction fails by that. */
    private void end(Socket one, Socket other, boolean reset) {
        synchronized (open) {
            boolean first = open.remove(one) | open.remove(other);
            if (!first) {
                return;
            }
        }
        if (!reset) {
            finish(one);
            finish(other);
        }
        close(one, reset);
        close(other, reset);
    }

    /** Ends what is sent and reads what is under way: a socket that is closed with unread bytes sends a reset. */
    private static void finish(Socket socket) {
        try {
            socket.shutdownOutput();
            socket.setSoTimeout(FAREWELL_MILLIS);
            socket.getInputStream().skipNBytes(FAREWELL_BYTES);
        } catch (IOException gone) {
            // Either side has nothing more to say.
        }
    }

    private static void close(Socket socket, boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to be closed.
        }
    }

    private record Fault(Duration delay, long bytesPerSecond, Cut cut) {
        static final Fault NONE = new Fault(Duration.ZERO, Long.MAX_VALUE, Cut.NEVER);

        void hold(long bytes) {
            long nanos = delay.toNanos() + (long) (bytes * 1e9 / bytesPerSecond);
            if (nanos > 0) {
                LockSupport.parkNanos(nanos);
            }
        }
    }

    private record Cut(long bytes, Direction direction, boolean reset) {
        static final Cut NEVER = new Cut(Long.MAX_VALUE, Direction.TO_SERVER, false);

        long allowedAfter(long passed, Direction way) {
            return way == direction ? Math.max(0, bytes - passed) : Long.MAX_VALUE;
        }

        boolean isDue(long passed, Direction way) {
            return way == direction && passed >= bytes;
        }
    }
}
