package dev.coffer.files.content;

import dev.coffer.files.file.FileKey;
import dev.coffer.localstack.LocalServers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic that blob-service writes, for tests: written to, and read to its end. */
final class UploadTopic {
    private static final String TOPIC = "files-test.blobs";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private UploadTopic() {}

    /** Returns when everything that was published has been read: the group has no lag. */
    static void settled() {
        await(() -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers()))) {
                Map<TopicPartition, OffsetAndMetadata> read =
                        admin.listConsumerGroupOffsets("files-service").partitionsToOffsetAndMetadata().get();
                Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
                for (int partition = 0; partition < 3; partition++) {
                    asked.put(new TopicPartition(TOPIC, partition), OffsetSpec.latest());
                }
                return admin.listOffsets(asked).all().get().entrySet().stream()
                        .allMatch(end -> end.getValue().offset() == 0 || read.get(end.getKey()) != null
                                && read.get(end.getKey()).offset() >= end.getValue().offset());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        RuntimeException last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (RuntimeException e) {
                last = e;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("not within " + TIMEOUT, last);
    }

    static void publish(FileKey key, String... events) {
        Map<String, Object> settings = Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers());
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
            }
            for (String event : events) {
                producer.send(new ProducerRecord<>(TOPIC, key.entity(), event)).get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
