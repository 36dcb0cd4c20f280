package dev.coffer.acceptance.harness;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How to speak to Kafka; without users in the environment, as to a broker that asks for none. */
public final class Kafka {
    private Kafka() {}

    /** As who may read all events and do nothing else. */
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

    /** Whether the broker tells users apart, and we know their passwords. */
    public static boolean hasUsers() {
        return Environment.find("COFFER_KAFKA_PASSWORD_BLOB").isPresent();
    }

    /** As nobody. */
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
