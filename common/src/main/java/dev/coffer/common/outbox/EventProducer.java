package dev.coffer.common.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Kafka as the relay needs it. The client is idempotent and retries a record for as long as the process lives,
 * so nothing behind a record in trouble can overtake it; the relay's own patience ends earlier, and then the
 * whole client is thrown away before the same rows are tried again.
 */
@ApplicationScoped
class EventProducer {
    private static final Duration ACK_PATIENCE = Duration.ofSeconds(30);
    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final String servers;
    private final OutboxConfig config;
    private final Set<String> knownTopics = new HashSet<>();
    private KafkaProducer<String, String> producer;

    EventProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, OutboxConfig config) {
        this.servers = servers;
        this.config = config;
    }

    /** Creates the topics that are not there; retention and the rest are the broker's defaults. */
    void ensureTopics(Set<String> topics) throws InterruptedException, ExecutionException {
        if (knownTopics.containsAll(topics)) {
            return;
        }
        Map<String, Object> admins = Map.of(
                "bootstrap.servers", servers, "request.timeout.ms", "5000", "default.api.timeout.ms", "10000");
        try (Admin admin = Admin.create(admins)) {
            for (String topic : topics) {
                create(admin, topic);
            }
        }
    }

    private void create(Admin admin, String topic) throws InterruptedException, ExecutionException {
        try {
            NewTopic wanted = new NewTopic(topic, config.partitions(), config.replicationFactor());
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        knownTopics.add(topic);
    }

    /** Sends in order and returns the sequence numbers up to the first record that the broker did not take. */
    List<Long> send(List<PendingEvent> events) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(events.size());
        for (PendingEvent event : events) {
            ProducerRecord<String, String> outgoing = new ProducerRecord<>(event.topic(), event.key(), event.payload());
            outgoing.headers().add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
            answers.add(producer().send(outgoing));
        }
        List<Long> acked = new ArrayList<>(events.size());
        long deadline = System.nanoTime() + ACK_PATIENCE.toNanos();
        for (int i = 0; i < answers.size() && acked(answers.get(i), deadline); i++) {
            acked.add(events.get(i).seq());
        }
        return acked;
    }

    private static boolean acked(Future<RecordMetadata> answer, long deadline) throws InterruptedException {
        try {
            answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                            ProducerConfig.ACKS_CONFIG, "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000",
                            ProducerConfig.LINGER_MS_CONFIG, "0"),
                    new StringSerializer(),
                    new StringSerializer());
        }
        return producer;
    }

    /** Forgets the client and everything that it has not sent. */
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
