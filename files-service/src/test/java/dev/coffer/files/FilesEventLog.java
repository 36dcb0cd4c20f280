package dev.coffer.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.localstack.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic {@code coffer.files} says about one file. */
public final class FilesEventLog {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private FilesEventLog() {}

    /** The events with that key, up to and including the first that contains the text. */
    public static List<JsonNode> until(String key, String last) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", LocalServers.kafka().bootstrapServers(),
                "group.id", "test-" + UUID.randomUUID(),
                "metadata.max.age.ms", "500",
                "auto.offset.reset", "earliest");
        List<JsonNode> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("files-test.files"));
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(message.key())) {
                        events.add(TestJson.read(message.value(), JsonNode.class));
                        if (message.value().contains(last)) {
                            return events;
                        }
                    }
                }
            }
        }
        throw new AssertionError("no event of " + key + " contains " + last + ": " + events);
    }
}
