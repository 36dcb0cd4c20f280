package dev.coffer.localstack.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of clients, of all event loops. One above the limits is closed at once. One on which no request is
 * under way has a deadline until the head of the next one is complete, however many bytes of it arrive: it is closed
 * then. A request in progress has no deadline here: the service decides how slowly its body may arrive and its answer
 * be read, so that large files may take hours.
 */
final class ClientConnections {
    private final EdgeLimits limits;
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Watch> watches = new ConcurrentHashMap<>();

    ClientConnections(EdgeLimits limits) {
        this.limits = limits;
    }

    /** Called on the event loop of the connection. */
    void opened(Vertx vertx, HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        Watch watch = new Watch(vertx, connection, limits.idle());
        int ofAddress = addresses.merge(address, 1, Integer::sum);
        connection.closeHandler(closed -> {
            addresses.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
            watches.remove(connection);
            watch.cancel();
        });
        if (ofAddress > limits.perAddress() || watches.size() >= limits.connections()) {
            connection.close();
            return;
        }
        watches.put(connection, watch);
        watch.await(limits.head());
    }

    /** The head of a request is complete. Called on the event loop of its connection. */
    void begun(HttpServerRequest request) {
        Watch watch = watches.get(request.connection());
        if (watch != null) {
            watch.cancel();
            request.response().endHandler(end -> watch.await(limits.idle()));
        }
    }

    /** The number of open connections. */
    int count() {
        return watches.size();
    }

    private static final class Watch {
        private static final long NONE = -1;

        private final Vertx vertx;
        private final HttpConnection connection;
        private final Duration farewell;
        private long timer = NONE;

        Watch(Vertx vertx, HttpConnection connection, Duration farewell) {
            this.vertx = vertx;
            this.connection = connection;
            this.farewell = farewell;
        }

        void await(Duration timeout) {
            cancel();
            timer = vertx.setTimer(timeout.toMillis(), late -> close());
        }

        /** Pending output may still be read by the client, for a limited time. */
        private void close() {
            connection.close();
            timer = vertx.setTimer(farewell.toMillis(),
                    late -> VertxInternals.closeNow(connection));
        }

        void cancel() {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }
}
