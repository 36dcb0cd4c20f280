package dev.coffer.common.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections each address, or network of a client, has to one server. */
final class AddressCounts {
    private static final Counter REFUSED = Counter.builder("coffer.connections.refused")
            .description("Connections that were closed because there were too many, in all or of their address")
            .register(Metrics.globalRegistry);

    private static final int NETWORK_BYTES = 8;

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

    /** Of IPv6 the first 64 bits: below them one client has as many addresses as it likes (RFC 4291 section 2.5.4). */
    private static Object key(SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return address;
        }
        InetAddress client = inet.getAddress();
        return client instanceof Inet6Address ? ByteBuffer.wrap(client.getAddress(), 0, NETWORK_BYTES) : client;
    }
}
