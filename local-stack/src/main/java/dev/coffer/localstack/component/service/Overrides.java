package dev.coffer.localstack.component.service;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Settings of the services from the environment of the launcher: {@code COFFER_ASSETS_COMPAT=oss ./coffer up}. */
final class Overrides {
    // Variables for tools and tests, or for the launcher itself.
    private static final Set<String> NOT_FOR_SERVICES = Set.of("COFFER_URL", "COFFER_TOKEN_URL", "COFFER_CLIENT_ID",
            "COFFER_BRIEF_CLIENT_ID",
            "COFFER_CLIENT_SECRET", "COFFER_WORKSPACE_TEAM", "COFFER_KAFKA", "COFFER_COMMAND", "COFFER_DIR",
            "COFFER_PORT_BASE", "COFFER_REQUIRE_ALL", "COFFER_MAVEN");
    private static final Set<String> NOT_FOR_SERVICES_PREFIXES =
            Set.of("COFFER_PID_", "COFFER_MANAGEMENT_URL_", "COFFER_KAFKA_", "COFFER_S3_", "COFFER_JDBC_",
                    "COFFER_USER_", "COFFER_PASSWORD_", "COFFER_API_KEY_", "COFFER_CDF_PROJECT_");

    private final Map<String, String> values = new TreeMap<>();

    private Overrides(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (isOverride(name)) {
                values.put(name, value);
            }
        });
    }

    static Overrides of(Map<String, String> environment) {
        return new Overrides(environment);
    }

    /** By the names of their variables. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** As a properties file. */
    String text() {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Whether a value is new or has changed; values that are no longer given do not count. */
    boolean differFrom(Properties before) {
        return values.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().equals(before.getProperty(entry.getKey())));
    }

    private static boolean isOverride(String name) {
        return (name.startsWith("COFFER_") || name.startsWith("QUARKUS_"))
                && !NOT_FOR_SERVICES.contains(name)
                && NOT_FOR_SERVICES_PREFIXES.stream().noneMatch(name::startsWith);
    }
}
