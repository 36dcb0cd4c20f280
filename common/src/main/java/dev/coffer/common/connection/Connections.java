package dev.coffer.common.connection;

import dev.coffer.common.framework.FrameworkInternals;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done with a connection, but is not offered by vert.x. */
final class Connections {
    private Connections() {}

    static Optional<ConnectionWatch> watch(HttpConnection connection) {
        return Optional.ofNullable(pipeline(connection).get(ConnectionWatch.class));
    }

    /** The one watch of its answers, put next to the socket with its first request. Called on its thread. */
    static AnswerWatch answers(HttpConnection connection, Supplier<AnswerWatch> first) {
        AnswerWatch known = pipeline(connection).get(AnswerWatch.class);
        if (known != null) {
            return known;
        }
        AnswerWatch watch = first.get();
        pipeline(connection).addFirst(watch);
        return watch;
    }

    /** Whether its client can still be answered. Reliable on its thread only. */
    static boolean isOpen(HttpConnection connection) {
        return FrameworkInternals.channel(connection).isActive();
    }

    private static ChannelPipeline pipeline(HttpConnection connection) {
        return FrameworkInternals.channel(connection).pipeline();
    }
}
