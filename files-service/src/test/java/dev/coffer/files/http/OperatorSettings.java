package dev.coffer.files.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As an operator may want it: rights are what the claim {@code scope} says, and labels must be defined. */
public class OperatorSettings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("coffer.files.rights.claim", "scope", "coffer.files.strict-labels", "true");
    }
}
