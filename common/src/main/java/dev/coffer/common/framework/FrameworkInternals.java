package dev.coffer.common.framework;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.quarkus.arc.Arc;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientsConfig;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The only class that uses internals of Quarkus, Vert.x and Netty, which an upgrade may change or remove
 * (docs/upgrading.md).
 */
public final class FrameworkInternals {
    private FrameworkInternals() {}

    /** The channel of a connection. */
    public static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** Reads nothing from this connection until {@link #resume}. Called on its thread. */
    public static void pause(HttpConnection connection) {
        ((ConnectionBase) connection).doPause();
    }

    /** Reads from this connection again. For itself, Vert.x may pause it once more. */
    public static void resume(HttpConnection connection) {
        ConnectionBase paused = (ConnectionBase) connection;
        EventLoop thread = paused.channel().eventLoop();
        if (thread.inEventLoop()) {
            paused.doResume();
        } else if (!thread.isShuttingDown()) {
            thread.execute(paused::doResume);
        }
    }

    /** How many bytes of the message that is being sent the socket has taken. Called on the thread of the channel. */
    public static long taken(Channel channel) {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.currentProgress();
    }

    /** Whether this thread works on a request of HTTP: a request context alone is there for other work, too. */
    public static boolean isServingRequest() {
        return Arc.container().requestContext().isActive()
                && Arc.container().instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }

    /** What the list of Apache, as Vert.x keeps it, says of files with this extension. */
    public static Optional<String> mediaType(String extension) {
        return Optional.ofNullable(MimeMapping.getMimeTypeForExtension(extension));
    }

    /**
     * Makes a client of the identity provider with what is set under {@code quarkus.oidc-client}, each time that it is
     * asked. The framework would make one at the start, which is switched off.
     */
    public static Supplier<Uni<? extends OidcClient>> serviceClient(OidcClients clients) {
        OidcClientsConfig all = Arc.container().instance(OidcClientsConfig.class).get();
        OidcClientConfig settings =
                new OidcClientConfigBuilder(OidcClientsConfig.getDefaultClient(all)).clientEnabled(true).build();
        return () -> clients.newClient(settings);
    }

    /**
     * Lets targets that are no URI through to the filters. Else the framework answers them with an empty 400; it reads
     * this once, when its HTTP server is prepared.
     */
    static void letAnyTargetThrough() {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
