package dev.coffer.common.connection;

import dev.coffer.common.framework.FrameworkInternals;
import dev.coffer.common.streams.AnswerConfig;
import dev.coffer.common.streams.Pace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client reads answers too slowly. While there are bytes that its socket does not take, its
 * {@link Pace} is used up; when it is spent the connection is closed, and writing more fails. All methods run on the
 * thread of the connection.
 */
final class AnswerWatch extends ChannelOutboundHandlerAdapter {
    private static final int LOOKS = 4;
    private static final Counter SLOW = Counter.builder("coffer.answer.slow")
            .description("Answers that were broken off because the client took them too slowly")
            .register(Metrics.globalRegistry);

    private final AnswerConfig config;
    private ChannelHandlerContext connection;
    private Duration timeout;
    private Pace pace;
    private @Nullable Future<?> look;
    private long written;
    private long wholeMessages;
    private long counted;
    private long waitingSince;

    AnswerWatch(AnswerConfig config) {
        this.config = config;
        renew(1);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection = context;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    /**
     * The head of a request is complete.
     *
     * @param timeoutMultiplier how many times the timeout its client has
     */
    void begun(int timeoutMultiplier) {
        // The pace starts anew only if all earlier answers have been read.
        if (isAllTaken()) {
            renew(timeoutMultiplier);
        }
    }

    private void renew(int timeoutMultiplier) {
        cancel();
        timeout = config.stallTimeout().multipliedBy(timeoutMultiplier);
        pace = new Pace(config.minimumRate().asLongValue(), timeout);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        long bytes = size(message);
        if (bytes == 0) {
            context.write(message, promise);
            return;
        }
        if (isAllTaken()) {
            waitingSince = System.nanoTime();
        }
        written += bytes;
        context.write(message, promise.unvoid().addListener(over -> taken(bytes)));
        if (look == null) {
            lookLater();
        }
    }

    private static long size(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case FileRegion file -> file.count();
            default -> 0;
        };
    }

    private void taken(long bytes) {
        wholeMessages += bytes;
        if (isAllTaken()) {
            count();
        }
    }

    private void lookLater() {
        long every = Math.max(1, timeout.toMillis() / LOOKS);
        look = connection.executor().schedule(this::look, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        look = null;
        if (isAllTaken()) {
            return;
        }
        count();
        if (pace.isSpent()) {
            SLOW.increment();
            connection.close();
        } else {
            lookLater();
        }
    }

    private void count() {
        long now = System.nanoTime();
        long taken = taken();
        pace.waited(now - waitingSince);
        pace.moved(taken - counted);
        waitingSince = now;
        counted = taken;
    }

    private boolean isAllTaken() {
        return wholeMessages == written;
    }

    private long taken() {
        return wholeMessages + FrameworkInternals.taken(connection.channel());
    }

    private void cancel() {
        if (look != null) {
            look.cancel(false);
            look = null;
        }
    }
}
