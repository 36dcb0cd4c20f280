package dev.coffer.common.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a watch on each connection that the servers of the process accept. netty finds this class by its name in
 * {@code META-INF/services}, told so by {@link dev.coffer.common.framework.FrameworkSwitches}: neither Quarkus nor
 * vert.x has a deadline for heads, or lets others see a connection before its first request.
 */
public final class ConnectionExtension extends ChannelInitializerExtension {
    private static final AddressCounts CLIENTS = new AddressCounts();
    private static final AddressCounts MANAGEMENT = new AddressCounts();
    private static volatile @Nullable Watching watching;

    /** What is watched, and on which port the management interface listens. */
    private record Watching(
            ConnectionConfig config,
            ConnectionLimits ofClients,
            ConnectionLimits ofManagement,
            IntSupplier managementPort) {
        ConnectionWatch on(Channel channel) {
            boolean management =
                    channel.localAddress() instanceof InetSocketAddress local
                            && local.getPort() == managementPort.getAsInt();
            return management
                    ? new ConnectionWatch(config, MANAGEMENT, ofManagement)
                    : new ConnectionWatch(config, CLIENTS, ofClients);
        }
    }

    /**
     * From now on connections are watched. Those to the management interface are counted apart from all others.
     *
     * @throws IllegalStateException that names the setting and says what is allowed
     */
    static void use(ConnectionConfig config, IntSupplier managementPort) {
        watching = new Watching(
                config, ConnectionLimits.ofClients(config), ConnectionLimits.ofManagement(config), managementPort);
    }

    /** From now on they are not. */
    static void stop() {
        watching = null;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Watching now = watching;
        if (now != null) {
            channel.pipeline().addFirst(now.on(channel));
        }
    }
}
