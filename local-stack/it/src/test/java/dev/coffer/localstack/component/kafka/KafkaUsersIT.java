package dev.coffer.localstack.component.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.component.PortCheck;
import dev.coffer.localstack.component.Runner;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.kafka.KafkaAcls.Grant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with users, also one that was started without users before. */
class KafkaUsersIT {
    private static final String TOPIC = "coffer.some";
    private static final KafkaUsers USERS = new KafkaUsers(Map.of(
            KafkaUsers.BROKER, "p-1", KafkaUsers.ADMIN, "p-2", "some-service", "p-3", "reader", "p-4"));

    @TempDir
    private Path directory;
    private Runner runner;
    private KafkaComponent open;
    private KafkaComponent closed;

    @BeforeEach
    void create() throws Exception {
        StackLayout layout = new StackLayout(directory, Path.of(System.getProperty("coffer.components")));
        int port = PortCheck.anyFree();
        int controllerPort = PortCheck.anyFree();
        runner = new Runner(layout);
        open = new KafkaComponent(layout, port, controllerPort);
        closed = new KafkaComponent(layout, port, controllerPort, USERS);
    }

    @AfterEach
    void stop() throws Exception {
        runner.stop(closed);
    }

    @Test
    void aBrokerThatHadNoUsersGetsThemAndKeepsItsTopics() throws Exception {
        runner.start(open);
        assertThat(open.outdated()).isFalse();
        write(anonymous());
        assertThat(closed.outdated()).isTrue();
        assertThat(runner.start(closed)).isTrue();
        assertThat(runner.start(closed)).isFalse();
        assertThat(Files.getPosixFilePermissions(directory.resolve("conf/kafka/server.properties"))).hasSize(2);

        closed.allow(
                List.of(new Grant("some-service", "TOPIC", "LITERAL", TOPIC, List.of("CREATE", "DESCRIBE", "WRITE"))));
        try (Admin admin = Admin.create(as(KafkaUsers.ADMIN))) {
            assertThat(admin.listTopics().names().get()).contains(TOPIC);
        }
        write(as("some-service"));
        assertThatThrownBy(() -> write(as("reader"))).hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> write(anonymous())).isInstanceOfAny(ExecutionException.class, KafkaException.class);
        try (Admin other = Admin.create(as("some-service"))) {
            assertThatThrownBy(
                    () -> other.createTopics(List.of(new NewTopic("coffer.other", 1, (short) 1))).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }

        closed.allow(List.of(new Grant("reader", "TOPIC", "PREFIXED", "coffer.", List.of("DESCRIBE", "WRITE"))));
        assertThatThrownBy(() -> write(as("some-service"))).hasCauseInstanceOf(AuthorizationException.class);
        write(as("reader"));
    }

    private void write(Map<String, Object> settings) throws Exception {
        settings.put("max.block.ms", "5000");
        try (Admin admin = Admin.create(settings)) {
            if (admin.listTopics().names().get().isEmpty() && settings.get("sasl.mechanism") == null) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            }
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "value")).get();
        }
    }

    private Map<String, Object> anonymous() {
        return new HashMap<>(Map.of("bootstrap.servers", closed.bootstrapServers(),
                "request.timeout.ms", "5000", "default.api.timeout.ms", "10000"));
    }

    private Map<String, Object> as(String user) {
        Map<String, Object> settings = anonymous();
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", USERS.login(user));
        return settings;
    }
}
