package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.kafka.KafkaAcls.Grant;
import dev.coffer.localstack.component.kafka.KafkaUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Users and rights in Kafka, as recommended to operators in docs/operations.md (reasons in docs/events.md). */
final class KafkaAccess {
    /** A user that may only read events. */
    static final String READER = "reader";

    private static final String TOPICS = "coffer.";
    private static final String BLOBS = TOPICS + "blobs";

    private KafkaAccess() {}

    static KafkaUsers users(StackSecrets secrets) {
        Map<String, String> passwords = new TreeMap<>();
        passwords.put(KafkaUsers.BROKER, secrets.kafka(KafkaUsers.BROKER));
        passwords.put(KafkaUsers.ADMIN, secrets.kafka(KafkaUsers.ADMIN));
        passwords.put(READER, secrets.kafka(READER));
        for (ServiceName service : ServiceName.values()) {
            passwords.put(service.module(), secrets.kafka(service.module()));
        }
        return new KafkaUsers(passwords);
    }

    static List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            grants.add(topic(service.module(), topic(service), "CREATE", "DESCRIBE", "WRITE"));
        }
        String consumer = ServiceName.FILES.module();
        grants.add(topic(consumer, BLOBS, "DESCRIBE", "READ"));
        grants.add(new Grant(consumer, "GROUP", "LITERAL", consumer, List.of("READ")));
        grants.add(new Grant(READER, "TOPIC", "PREFIXED", TOPICS, List.of("DESCRIBE", "READ")));
        grants.add(new Grant(READER, "GROUP", "PREFIXED", READER, List.of("READ")));
        return grants;
    }

    private static Grant topic(String user, String topic, String... operations) {
        return new Grant(user, "TOPIC", "LITERAL", topic, List.of(operations));
    }

    private static String topic(ServiceName service) {
        return switch (service) {
            case ASSET -> TOPICS + "assets";
            case USERDATA -> TOPICS + "userdata";
            case FILES -> TOPICS + "files";
            case BLOB -> BLOBS;
        };
    }
}
