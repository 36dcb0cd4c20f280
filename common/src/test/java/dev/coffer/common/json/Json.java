package dev.coffer.common.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.streams.BodyConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;

/** JSON as services read it, for tests. */
public final class Json {
    public final ObjectMapper mapper = new ObjectMapper();
    public final JsonConfig config;
    public final JsonBudget budget;
    final RequestMemory held;
    public final JsonReader reader;

    /** @param settings keys and values, in turns */
    public Json(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(JsonConfig.class)
                .withMapping(BodyConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue(settings[i], settings[i + 1]);
        }
        var all = builder.build();
        config = all.getConfigMapping(JsonConfig.class);
        new JsonRules().customize(mapper);
        JsonLimits limits = new JsonLimits(config, all.getConfigMapping(BodyConfig.class), mapper);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        budget = new JsonBudget(config, metrics);
        held = new RequestMemory(budget, null, QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        reader = new JsonReader(mapper, limits, new JsonMemory(held, () -> true),
                new JsonTurns(config, budget, metrics), budget);
    }
}
