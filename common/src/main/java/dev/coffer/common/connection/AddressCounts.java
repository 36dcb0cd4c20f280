package dev.coffer.common.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections each address has to one server. */
final class AddressCounts {
    private static final Counter REFUSED = Counter.builder("coffer.connections.refused")
            .description("Connections that were closed because there were too many, in all or of their address")
            .register(Metrics.globalRegistry);

    private final Map<Object, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    /** Counts one more, unless that is above a limit. */
    boolean enter(SocketAddress address, ConnectionLimits limits) {
        int ofAll = all.incrementAndGet();
        int ofAddress = counts.merge(key(address), 1, Integer::sum);
        boolean many = limits.perAddress() > 0 && ofAddress > limits.perAddress();
        if (many || ofAll > limits.all()) {
            leave(address);
            REFUSED.increment();
            return false;
        }
        return true;
    }

    void leave(SocketAddress address) {
        all.decrementAndGet();
        counts.computeIfPresent(key(address), (same, count) -> count == 1 ? null : count - 1);
    }

    private static Object key(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? inet.getAddress() : address;
    }
}
