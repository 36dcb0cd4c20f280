package dev.coffer.common.connection;

import io.netty.channel.ChannelHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;

/** What can be done with a connection, but is not offered by vert.x. */
final class Connections {
    private Connections() {}

    /** What watches it, if it is watched. */
    static <T extends ChannelHandler> Optional<T> watch(HttpConnection connection, Class<T> type) {
        return Optional.ofNullable(((ConnectionBase) connection).channel().pipeline().get(type));
    }
}
