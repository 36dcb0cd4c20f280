package dev.coffer.blob.transfer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"uploads", "downloads"})
    void noneIsRefused(String streams) {
        String name = "coffer.transfers." + streams;
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(TransferConfig.class)
                .withDefaultValue(name, "0").build();
        assertThatThrownBy(() -> new TransferGuard(config.getConfigMapping(TransferConfig.class)).onStart(null))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith(name + " must be at least 1");
    }
}
