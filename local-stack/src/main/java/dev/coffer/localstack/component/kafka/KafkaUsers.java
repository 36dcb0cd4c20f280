package dev.coffer.localstack.component.kafka;

import java.util.Map;
import java.util.TreeMap;

/**
 * The users of a broker, authenticated by SASL/PLAIN. Their rights are set by {@link KafkaAcls}.
 *
 * @param passwords by user; letters, digits, - and _
 */
public record KafkaUsers(Map<String, String> passwords) {
    /** The broker itself, a superuser. */
    public static final String BROKER = "broker";

    /** The administrator, a superuser. */
    public static final String ADMIN = "admin";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"%s\" password=\"%s\"";

    public KafkaUsers {
        passwords = Map.copyOf(passwords);
    }

    /** The {@code sasl.jaas.config} of a client that is this user. */
    public String login(String user) {
        return LOGIN.formatted(user, passwords.get(user)) + ";";
    }

    /** The {@code sasl.jaas.config} of the broker, with all users. */
    String server() {
        StringBuilder text = new StringBuilder(LOGIN.formatted(BROKER, passwords.get(BROKER)));
        new TreeMap<>(passwords).forEach(
                (user, password) -> text.append(" user_").append(user).append("=\"").append(password).append('"'));
        return text.append(';').toString();
    }
}
