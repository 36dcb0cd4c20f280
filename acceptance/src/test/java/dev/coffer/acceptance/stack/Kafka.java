package dev.coffer.acceptance.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Client settings for Kafka; without credentials in the environment, for a broker that needs none. */
public final class Kafka {
    private Kafka() {}

    /** Of the user that may only read events. */
    public static Map<String, Object> asReader() {
        return Environment.find("COFFER_KAFKA_USER")
                .map(user -> as(user, Environment.get("COFFER_KAFKA_PASSWORD")))
                .orElseGet(Kafka::anonymous);
    }

    /** As one of the services, {@code BLOB} and so on. */
    public static Map<String, Object> asService(String service) {
        return as(service.toLowerCase(Locale.ROOT) + "-service",
                Environment.get("COFFER_KAFKA_PASSWORD_" + service));
    }

    /** Whether the broker authenticates its users, and their passwords are known. */
    public static boolean hasUsers() {
        return Environment.find("COFFER_KAFKA_PASSWORD_BLOB").isPresent();
    }

    /** Without credentials. */
    public static Map<String, Object> anonymous() {
        return new HashMap<>(Map.of("bootstrap.servers", Environment.get("COFFER_KAFKA")));
    }

    private static Map<String, Object> as(String user, String password) {
        Map<String, Object> settings = anonymous();
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                + user + "\" password=\"" + password + "\";");
        return settings;
    }
}
