package dev.coffer.common.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection: while no request is under way it has a deadline until the head of the next one is complete,
 * however many bytes of it arrive. While one is under way it has none, so a large body may take hours.
 */
final class ConnectionWatch extends ChannelInboundHandlerAdapter {
    private final ConnectionConfig config;
    private final AddressCounts addresses;
    private final ConnectionLimits limits;
    private ChannelHandlerContext connection;
    private @Nullable Future<?> deadline;
    private boolean counted;
    private int underWay;

    ConnectionWatch(ConnectionConfig config, AddressCounts addresses, ConnectionLimits limits) {
        this.config = config;
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connection = context;
        counted = addresses.enter(context.channel().remoteAddress(), limits);
        if (!counted) {
            context.close();
            return;
        }
        await(config.head());
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        if (counted) {
            counted = false;
            addresses.leave(context.channel().remoteAddress());
        }
        context.fireChannelInactive();
    }

    /** The head of a request is complete. */
    void begun() {
        connection.executor().execute(() -> {
            underWay++;
            cancel();
        });
    }

    /** Its answer has ended. */
    void over() {
        connection.executor().execute(() -> {
            underWay--;
            if (underWay == 0 && connection.channel().isActive()) {
                await(config.idle());
            }
        });
    }

    private void await(Duration timeout) {
        cancel();
        deadline = connection.executor().schedule(this::close, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was written may still be taken, but not for ever. */
    private void close() {
        connection.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        deadline = connection.executor().schedule(
                () -> connection.close(), config.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
