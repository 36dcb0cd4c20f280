package dev.coffer.acceptance.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All events in the topics of Coffer, read from Kafka in the background. */
public final class Events {
    public static final String ASSETS = "coffer.assets";
    public static final String USER_FILES = "coffer.userdata";
    public static final String FILES = "coffer.files";

    private static final Set<String> TOPICS = Set.of(ASSETS, USER_FILES, FILES);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Events SHARED = new Events();

    private final List<Event> seen = new CopyOnWriteArrayList<>();

    private Events() {
        Thread.ofPlatform().daemon().name("events").start(this::read);
    }

    /** Waits for an event and returns it. */
    public static Event await(String topic, String what, Predicate<Event> wanted) {
        return await(topic, what, TIMEOUT, wanted);
    }

    public static Event await(String topic, String what, Duration deadline, Predicate<Event> wanted) {
        return Await.value(what + " in " + topic, deadline, () -> of(topic, wanted).stream().findFirst());
    }

    /** Waits until there are so many events, and returns all in the order of their partition. */
    public static List<Event> await(String topic, int count, Predicate<Event> wanted) {
        return Await.value(count + " events in " + topic, TIMEOUT, () -> Optional.of(of(topic, wanted))
                .filter(events -> events.size() >= count));
    }

    /** The events that have arrived so far. */
    public static List<Event> of(String topic, Predicate<Event> wanted) {
        return SHARED.seen.stream().filter(event -> event.topic().equals(topic)).filter(wanted).toList();
    }

    /** An {@code uploaded} event whose data has this property. */
    public static Predicate<Event> uploaded(String member, String value) {
        return event -> event.type().endsWith(".uploaded") && event.data(member).equals(value);
    }

    private void read() {
        Map<String, Object> settings = Kafka.asReader();
        settings.putAll(Map.of(
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false",
                "metadata.max.age.ms", "1000",
                "reconnect.backoff.max.ms", "500",
                "default.api.timeout.ms", "5000"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            Set<TopicPartition> assigned = new HashSet<>();
            while (!Thread.currentThread().isInterrupted()) {
                assign(consumer, assigned);
                consumer.poll(POLL).forEach(arrived -> seen.add(event(arrived)));
            }
        }
    }

    /** Topics appear when the first event is published; the broker may be away for a while. */
    private static void assign(KafkaConsumer<String, String> consumer, Set<TopicPartition> assigned) {
        if (assigned.stream().map(TopicPartition::topic).distinct().count() == TOPICS.size()) {
            return;
        }
        try {
            consumer.listTopics().forEach((topic, partitions) -> {
                if (TOPICS.contains(topic)) {
                    partitions.forEach(p -> assigned.add(new TopicPartition(topic, p.partition())));
                }
            });
            consumer.assign(new ArrayList<>(assigned));
        } catch (KafkaException away) {
            consumer.assign(new ArrayList<>(assigned));
        }
    }

    private static Event event(ConsumerRecord<String, String> arrived) {
        Header type = arrived.headers().lastHeader("content-type");
        try {
            return new Event(
                    arrived.topic(),
                    arrived.partition(),
                    arrived.offset(),
                    arrived.key(),
                    type == null ? "" : new String(type.value(), StandardCharsets.UTF_8),
                    JSON.readTree(arrived.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + arrived, e);
        }
    }
}
