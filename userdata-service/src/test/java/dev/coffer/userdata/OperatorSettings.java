package dev.coffer.userdata;

import dev.coffer.userdata.usage.BlobStub;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Settings of an operator other than the defaults, shared by several tests. */
public class OperatorSettings implements QuarkusTestProfile {
    private static final double HEAP_FOR_JSON = 2 << 20;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "coffer.rate-limit.per-key", "1",
                "coffer.rate-limit.burst", "10s",
                "coffer.keys.max-life", "1h",
                "coffer.json.heap-share", String.valueOf(HEAP_FOR_JSON / Runtime.getRuntime().maxMemory()));
    }

    /** A blob-service in which acme has a quota. */
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(BlobStub.class));
    }
}
