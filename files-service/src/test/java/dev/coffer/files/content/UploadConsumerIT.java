package dev.coffer.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.blob.CompletedUpload;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import dev.coffer.localstack.LocalServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class UploadConsumerIT {
    private static final String TOPIC = "coffer.blobs";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Project project = new Project("acme", "p" + UUID.randomUUID());

    @Inject
    UploadConsumer listener;

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    void anEventMakesTheFileUploaded() {
        FileKey key = stored.add(project, "a");
        publish(key, Completions.event(Completions.of(key, 1)));
        awaitCompletion(key, 1);
    }

    @Test
    void eventsFromBeforeTheStartAreSeen() throws InterruptedException {
        FileKey key = stored.add(project, "b");
        listener.stop();
        publish(key, Completions.event(Completions.of(key, 1)), Completions.event(Completions.of(key, 2)));
        assertThat(stored.get(key).content).isNull();
        listener.start();
        awaitCompletion(key, 2);
    }

    @Test
    void duplicatesAndLateComersChangeNothing() {
        FileKey key = stored.add(project, "c");
        CompletedUpload newer = Completions.of(key, 5);
        CompletedUpload older = Completions.of(key, 4);
        publish(key, Completions.event(newer), Completions.event(newer), Completions.event(older));
        publish(key, Completions.event(newer));
        await(() -> rows.releases(older.ref()) == 1);
        assertThat(stored.get(key).content.ref()).isEqualTo(newer.ref());
        assertThat(rows.releases(newer.ref())).isZero();
    }

    @Test
    void poisonAndForeignEventsAreSkipped() {
        FileKey key = stored.add(project, "d");
        CompletedUpload asset = new CompletedUpload("acme", "user:u", UUID.randomUUID(), key.entity(), 9,
                UUID.randomUUID(), 1, null, null, Instant.EPOCH, true);
        CompletedUpload word = new CompletedUpload("acme", "project:" + project.name(), UUID.randomUUID(), "word", 9,
                UUID.randomUUID(), 1, null, null, Instant.EPOCH, true);
        CompletedUpload unstorable = new CompletedUpload("ac\0me", "project:p", UUID.randomUUID(), "1", 9,
                UUID.randomUUID(), 1, null, null, Instant.EPOCH, true);
        publish(key, "no JSON", "[]", "{}", "{\"type\":7}", "",
                Completions.event("dev.coffer.blob.upload-completed", Map.of()),
                Completions.event("dev.coffer.blob.upload-completed", Map.of("ref", "no uuid")),
                Completions.event("dev.coffer.blob.something-else", Completions.of(key, 8)),
                Completions.event(asset), Completions.event(word), Completions.event(unstorable),
                Completions.event(Completions.of(key, 1)));
        publish(key, (String) null);
        awaitCompletion(key, 1);
        assertThat(rows.releases(asset.ref()) + rows.releases(word.ref())).isZero();
    }

    @Test
    void aBrokerThatComesBackIsFollowedAgain() {
        FileKey before = stored.add(project, "e");
        publish(before, Completions.event(Completions.of(before, 1)));
        awaitCompletion(before, 1);
        LocalServers.kafka().stop();
        FileKey after = stored.add(project, "f");
        LocalServers.kafka().start();
        publish(after, Completions.event(Completions.of(after, 1)));
        awaitCompletion(after, 1);
    }

    @Test
    void theHashOfContentInPartsComesByAnEventOfItsOwn() {
        FileKey key = stored.add(project, "h");
        CompletedUpload parts = Completions.unhashed(key, 1);
        publish(key, Completions.event(parts),
                Completions.event("dev.coffer.blob.hashed", Completions.hashed(parts)));
        await(() -> stored.get(key).content != null && "blake3:late".equals(stored.get(key).content.hash()));
    }

    @Test
    void aDatabaseThatComesBackGetsWhatItMissed() {
        FileKey key = stored.add(project, "g");
        LocalServers.postgres().stop();
        publish(key, Completions.event(Completions.of(key, 1)));
        LocalServers.postgres().start();
        awaitCompletion(key, 1);
    }

    private void awaitCompletion(FileKey key, long completion) {
        await(() -> {
            FileEntity file = stored.get(key);
            return file.content != null && file.content.completion() == completion;
        });
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
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
        throw new AssertionError("not within " + PATIENCE, last);
    }

    private static void publish(FileKey key, String... events) {
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
