package dev.coffer.common.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Puts a watch on each connection that the servers of the process accept. netty finds this class by its name in
 * {@code META-INF/services}, if {@link #EXTENSIONS_SYSTEM_PROPERTY} says so: neither Quarkus nor vert.x has a deadline
 * for heads, or lets others see a connection before its first request.
 */
public final class ConnectionExtension extends ChannelInitializerExtension {
    private static final AddressCounts ADDRESSES = new AddressCounts();
    private static volatile ConnectionConfig config;

    /** Lets netty find this class; called before the first connection of the process. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /** From now on connections are watched. */
    static void use(ConnectionConfig limits) {
        config = limits;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        ConnectionConfig limits = config;
        if (limits != null) {
            channel.pipeline().addFirst(new ConnectionWatch(limits, ADDRESSES));
        }
    }
}
