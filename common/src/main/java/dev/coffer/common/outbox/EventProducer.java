package dev.coffer.common.outbox;

import dev.coffer.common.outbox.RelayRepository.PendingEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as the relay needs it. The client is idempotent and retries a record for as long as the process lives,
 * so that no later record can overtake one that fails; the relay's own timeout ends earlier, and then the
 * whole client is thrown away before the same rows are tried again.
 */
@ApplicationScoped
class EventProducer {
    private static final Logger LOG = Logger.getLogger(EventProducer.class);
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(30);
    private static final int BATCH_BYTES = 256 << 10;
    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final Map<String, Object> broker;
    private final OutboxConfig config;
    private final Set<String> knownTopics = new HashSet<>();
    private @Nullable KafkaProducer<String, String> producer;

    /** @param broker all that is configured under {@code kafka.*}: addresses, TLS, SASL */
    EventProducer(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config) {
        this.broker = broker;
        this.config = config;
    }

    /**
     * Creates missing topics; retention and the rest are the broker's defaults. Where topics are made by others, it
     * only looks.
     */
    void ensureTopics(Set<String> topics) throws InterruptedException, ExecutionException {
        if (knownTopics.containsAll(topics)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", "10000");
        Admin admin = Admin.create(settings);
        try {
            Set<String> missing = new HashSet<>(topics);
            missing.removeAll(admin.listTopics().names().get());
            for (String topic : missing) {
                create(admin, topic);
            }
        } finally {
            // What is still under way has failed: to wait for it would hold up a service that stops.
            admin.close(Duration.ZERO);
        }
        knownTopics.addAll(topics);
    }

    private void create(Admin admin, String topic) throws InterruptedException, ExecutionException {
        try {
            NewTopic missing = new NewTopic(topic, config.partitions(), config.replicationFactor());
            admin.createTopics(List.of(missing)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Sends in order and returns the sequence numbers up to the first record that the broker did not take. */
    List<Long> send(List<PendingEvent> events) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(events.size());
        for (PendingEvent event : events) {
            ProducerRecord<String, String> outgoing = new ProducerRecord<>(event.topic(), event.key(), event.payload());
            outgoing.headers().add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
            answers.add(producer().send(outgoing));
            if (answers.getLast().state() == Future.State.FAILED) {
                // The client itself does not take it, such as one that is too large: nothing may overtake it.
                break;
            }
        }
        List<Long> acked = new ArrayList<>(events.size());
        long deadline = System.nanoTime() + ACK_TIMEOUT.toNanos();
        for (int i = 0; i < answers.size() && acked(answers.get(i), deadline); i++) {
            acked.add(events.get(i).seq());
        }
        return acked;
    }

    private static boolean acked(Future<RecordMetadata> answer, long deadline) throws InterruptedException {
        try {
            answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.warnf("an event was not taken by Kafka, it is sent again: %s", e.getCause());
            return false;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            // A broker takes any first number of a producer that it does not know: with two batches under way, the
            // second can become the first where a partition is just getting its leader, and the order is lost.
            settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, "0");
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    /** Forgets the client, everything that it has not sent, and which topics were there: one may have been deleted. */
    void close() {
        knownTopics.clear();
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
