package dev.coffer.common.token;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** What an operator has set. */
final class CallerConfigs {
    private CallerConfigs() {}

    static CallerConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CallerConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(CallerConfig.class);
    }
}
