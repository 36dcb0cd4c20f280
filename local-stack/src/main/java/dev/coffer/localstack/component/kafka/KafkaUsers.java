package dev.coffer.localstack.component.kafka;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who may speak to a broker, by SASL/PLAIN. What each of them may do is said in {@link KafkaAcls}.
 *
 * @param passwords by user; letters, digits, - and _
 */
public record KafkaUsers(Map<String, String> passwords) {
    /** The broker itself, which may do everything. */
    public static final String BROKER = "broker";

    /** Who may do everything, too. */
    public static final String ADMIN = "admin";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"%s\" password=\"%s\"";

    public KafkaUsers {
        passwords = Map.copyOf(passwords);
    }

    /** What a client is told to be this user: {@code sasl.jaas.config}. */
    public String login(String user) {
        return LOGIN.formatted(user, passwords.get(user)) + ";";
    }

    /** What the broker is told about itself and about everybody. */
    String server() {
        StringBuilder text = new StringBuilder(LOGIN.formatted(BROKER, passwords.get(BROKER)));
        new TreeMap<>(passwords).forEach((user, password) ->
                text.append(" user_").append(user).append("=\"").append(password).append('"'));
        return text.append(';').toString();
    }
}
