package dev.coffer.localstack.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.core.net.impl.ConnectionBase;

/** All internals of Vert.x that the edge uses (docs/upgrading.md). */
final class VertxInternals {
    private VertxInternals() {}

    /** Closes a connection without waiting for what was written to it. */
    static void closeNow(HttpConnection connection) {
        ((ConnectionBase) connection).channelHandlerContext().close();
    }

    /**
     * A path without dots, as the router of the services resolves it.
     *
     * @throws IllegalArgumentException if something in it is encoded wrongly
     */
    static String normalized(String path) {
        return HttpUtils.normalizePath(path);
    }
}
