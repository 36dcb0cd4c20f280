package dev.coffer.localstack.component.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Sets the ACLs of a broker to exactly the given ones. A separate program, because it needs the Kafka client, which the
 * launcher does not have.
 */
public final class KafkaAcls {
    /** The environment variable with the address of the broker. */
    static final String SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
    /** The one with the login of the administrator. */
    static final String LOGIN = "KAFKA_SASL_JAAS_CONFIG";

    private KafkaAcls() {}

    /**
     * The operations that a user may perform on a resource.
     *
     * @param user       who
     * @param type       {@code TOPIC} or {@code GROUP}
     * @param pattern    {@code LITERAL} or {@code PREFIXED}
     * @param name       of the topic or group, or what it starts with
     * @param operations such as {@code WRITE}
     */
    public record Grant(String user, String type, String pattern, String name, List<String> operations) {
        String text() {
            return String.join(" ", user, type, pattern, name, String.join(",", operations));
        }
    }

    /** @param grants in the form of {@link Grant#text} */
    public static void main(String[] grants) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", System.getenv(SERVERS),
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", System.getenv(LOGIN));
        Set<AclBinding> wanted = Stream.of(grants).flatMap(KafkaAcls::bindings).collect(Collectors.toSet());
        try (Admin admin = Admin.create(settings)) {
            Collection<AclBinding> present = admin.describeAcls(AclBindingFilter.ANY).values().get();
            admin.createAcls(without(wanted, present)).all().get();
            admin.deleteAcls(without(present, wanted).stream().map(AclBinding::toFilter).toList()).all().get();
        }
    }

    private static List<AclBinding> without(Collection<AclBinding> all, Collection<AclBinding> others) {
        List<AclBinding> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Stream<AclBinding> bindings(String grant) {
        String[] words = grant.split(" ");
        ResourcePattern resource = new ResourcePattern(
                ResourceType.valueOf(words[1]), words[3], PatternType.valueOf(words[2]));
        return Stream.of(words[4].split(",")).map(operation -> new AclBinding(resource, new AccessControlEntry(
                "User:" + words[0], "*", AclOperation.valueOf(operation), AclPermissionType.ALLOW)));
    }
}
