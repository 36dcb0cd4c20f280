package dev.coffer.userdata;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Short timeouts for the database. */
public class ShortDeadlines implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "coffer.database.statement-timeout", "2s",
                "coffer.database.lock-timeout", "1500ms",
                "coffer.database.wait-timeout", "1s");
    }
}
