package dev.coffer.asset.remote;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configurations as the service would read them. */
public final class RemoteConfigs {
    private RemoteConfigs() {}

    /** On, with names and values in turn, without their common prefix. */
    public static RemoteConfig of(String... namesAndValues) {
        Map<String, String> properties = new HashMap<>(Map.of("coffer.assets.remote.enabled", "true"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put("coffer.assets.remote." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(RemoteConfig.class)
                .build()
                .getConfigMapping(RemoteConfig.class);
    }
}
