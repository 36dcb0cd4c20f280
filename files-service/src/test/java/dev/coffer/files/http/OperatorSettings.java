package dev.coffer.files.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * As an operator may want it: rights are what the claim {@code scope} says, labels must be defined, and there is little
 * heap for JSON.
 */
public class OperatorSettings implements QuarkusTestProfile {
    private static final double HEAP_FOR_JSON = 2 << 20;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "coffer.files.rights.claim", "scope",
                "coffer.files.strict-labels", "true",
                "coffer.json.heap-share", String.valueOf(HEAP_FOR_JSON / Runtime.getRuntime().maxMemory()));
    }
}
