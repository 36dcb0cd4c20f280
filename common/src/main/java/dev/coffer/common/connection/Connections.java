package dev.coffer.common.connection;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;

/** What can be done with a connection, but is not offered by vert.x. */
public final class Connections {
    private Connections() {}

    /** Ends it at once. {@link HttpConnection#close()} waits until the client has taken all that was written. */
    public static void cut(HttpConnection connection) {
        ((ConnectionBase) connection).channelHandlerContext().close();
    }

    static Optional<ConnectionWatch> watch(HttpConnection connection) {
        return Optional.ofNullable(((ConnectionBase) connection).channel().pipeline().get(ConnectionWatch.class));
    }
}
