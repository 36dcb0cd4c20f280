package dev.coffer.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.json.JsonBudget;
import dev.coffer.common.json.JsonConfig;
import dev.coffer.common.json.JsonLimits;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.common.json.JsonReader;
import dev.coffer.common.json.JsonRules;
import dev.coffer.common.json.JsonTurns;
import dev.coffer.common.streams.BodyConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;

/** JSON of clients as the service reads it, outside of requests. */
public final class ClientJson {
    public static final ObjectMapper MAPPER = new ObjectMapper();
    public static final JsonReader READER = reader();

    private ClientJson() {}

    private static JsonReader reader() {
        new JsonRules().customize(MAPPER);
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(JsonConfig.class)
                .withMapping(BodyConfig.class)
                .build();
        JsonConfig limits = config.getConfigMapping(JsonConfig.class);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        JsonBudget budget = new JsonBudget(limits, metrics);
        return new JsonReader(MAPPER, new JsonLimits(limits, config.getConfigMapping(BodyConfig.class), MAPPER),
                JsonMemory.uncounted(), new JsonTurns(limits, budget, metrics), budget);
    }
}
