package dev.coffer.blob.quota;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Every tenant may hold a million bytes; one of them has a quota of files as well, and one holds large files. */
public class SomeQuotas implements QuarkusTestProfile {
    static final int BYTES = 1_000_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("coffer.quota.bytes", Integer.toString(BYTES), "coffer.quota.tenants.few-files.files", "5",
                "coffer.quota.tenants.many-bytes.bytes", "30M");
    }
}
