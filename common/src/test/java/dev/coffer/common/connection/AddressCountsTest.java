package dev.coffer.common.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AddressCountsTest {
    private static final ConnectionLimits LIMITS = new ConnectionLimits(4, 2);

    private final AddressCounts counts = new AddressCounts();

    @Test
    void eachAddressHasSoMany() {
        assertThat(enter("192.0.2.1")).isTrue();
        assertThat(enter("192.0.2.1")).isTrue();
        assertThat(enter("192.0.2.1")).isFalse();
        assertThat(enter("192.0.2.2")).isTrue();
        counts.leave(address("192.0.2.1"));
        assertThat(enter("192.0.2.1")).isTrue();
    }

    @Test
    void theAddressesOfOneNetworkAreOneClient() {
        assertThat(enter("2001:db8:0:1::1")).isTrue();
        assertThat(enter("2001:db8:0:1:8000::2")).isTrue();
        assertThat(enter("2001:db8:0:1::3")).isFalse();
        assertThat(enter("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void andAllTogetherHaveSoMany() {
        for (int i = 1; i <= 4; i++) {
            assertThat(enter("192.0.2." + i)).isTrue();
        }
        assertThat(enter("192.0.2.5")).isFalse();
    }

    private boolean enter(String address) {
        return counts.enter(address(address), LIMITS);
    }

    private static InetSocketAddress address(String address) {
        return new InetSocketAddress(address, 1);
    }
}
