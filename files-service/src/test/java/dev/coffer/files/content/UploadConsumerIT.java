package dev.coffer.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.files.BlobAnswers;
import dev.coffer.files.FilesEventLog;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import dev.coffer.localstack.LocalServers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@QuarkusTestResource(value = BlobAnswers.class, restrictToAnnotatedClass = true)
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

    @Inject
    MeterRegistry metrics;

    private Map<String, String> blobAnswers;

    @AfterEach
    void blobServiceIsBack() {
        blobAnswers.clear();
    }

    @Test
    void anEventMakesTheFileUploaded() {
        FileKey key = stored.add(project, "a");
        CompletedUpload upload = confirmed(Completions.of(key, 1)).getFirst();
        publish(key, Completions.event(upload));
        awaitCompletion(key, 1);
    }

    @Test
    void whatFollowsFromAnEventIsOfTheSameTrace() {
        FileKey key = stored.add(project, "traced");
        CompletedUpload upload = confirmed(Completions.of(key, 1)).getFirst();
        String trace = UUID.randomUUID().toString().replace("-", "");
        publish(key, Completions.event(upload)
                .replaceFirst("\\{", "{\"traceparent\":\"00-" + trace + "-00f067aa0ba902b7-01\","));
        awaitCompletion(key, 1);
        JsonNode event = FilesEventLog.until(Long.toString(key.id()), "dev.coffer.file.uploaded").getLast();
        assertThat(event.path("traceparent").asText()).startsWith("00-" + trace + "-").endsWith("-01")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void eventsFromBeforeTheStartAreSeen() throws InterruptedException {
        FileKey key = stored.add(project, "b");
        listener.stop();
        List<CompletedUpload> uploads = confirmed(Completions.of(key, 1), Completions.of(key, 2));
        uploads.forEach(upload -> publish(key, Completions.event(upload)));
        assertThat(stored.get(key).content).isNull();
        listener.start();
        awaitCompletion(key, 2);
    }

    @Test
    void duplicatesAndLateComersChangeNothing() {
        FileKey key = stored.add(project, "c");
        CompletedUpload newer = Completions.of(key, 5);
        CompletedUpload older = Completions.of(key, 4);
        confirmed(older, newer);
        publish(key, Completions.event(newer), Completions.event(newer), Completions.event(older));
        publish(key, Completions.event(newer));
        await(() -> rows.releases(older.ref()) >= 1);
        settled();
        assertThat(stored.get(key).content.ref()).isEqualTo(newer.ref());
        assertThat(rows.releases(newer.ref())).isZero();
    }

    @Test
    void whatBlobServiceSaysCountsAndNotWhatTheEventSays() {
        FileKey key = stored.add(project, "forged");
        CompletedUpload real = Completions.of(key, 1);
        confirmed(real);
        publish(key, Completions.event(real));
        awaitCompletion(key, 1);
        UUID foreign = UUID.randomUUID();
        double before = ignored("unconfirmed");
        // A newer content that nobody uploaded, another size of the real one, and another hash.
        publish(key, Completions.event(with(real, foreign, 9, 7)), Completions.event(with(real, real.ref(), 9, 7)),
                Completions.event("dev.coffer.blob.hashed", with(real, foreign, 9, 7)));
        settled();
        FileEntity file = stored.get(key);
        assertThat(file.content.ref()).isEqualTo(real.ref());
        assertThat(file.content.size()).isEqualTo(real.size());
        assertThat(file.content.completion()).isEqualTo(1);
        assertThat(rows.releases(foreign) + rows.releases(real.ref())).isZero();
        assertThat(ignored("unconfirmed") - before).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anEventAboutAFileOfAnotherTenantOrAboutNoneShowsAndReleasesNothing() {
        FileKey key = stored.add(project, "mine");
        FileKey foreign = new FileKey("other-" + UUID.randomUUID(), project.name(), key.id());
        CompletedUpload real = Completions.of(key, 1);
        confirmed(real);
        CompletedUpload elsewhere = new CompletedUpload(foreign.tenant(), real.owner(), real.upload(), real.entity(), 9,
                real.ref(), real.size(), real.hash(), real.sha256(), real.completedAt(), true);
        FileKey nowhere = FileKey.of(project, key.id() + 1);
        publish(key, Completions.event(elsewhere), Completions.event(Completions.of(nowhere, 1)));
        settled();
        assertThat(stored.get(key).content).isNull();
        assertThat(stored.get(foreign)).isNull();
        assertThat(rows.releases(real.ref())).isZero();
    }

    @Test
    void contentOfAFileThatIsGoneIsReleasedForItsOwner() {
        FileKey gone = FileKey.of(project, 4711);
        CompletedUpload upload = Completions.of(gone, 1);
        confirmed(upload);
        publish(gone, Completions.event(upload));
        await(() -> rows.releases(upload.ref()) == 1);
        assertThat(rows.count("select count(*) from release where id = ? and tenant = ? and owner = ?",
                upload.ref(), project.tenant(), project.owner().key())).isOne();
    }

    @Test
    void whileBlobServiceIsAwayEventsWaitInTheirOrder() {
        FileKey key = stored.add(project, "waiting");
        blobAnswers.put(BlobAnswers.AWAY, "");
        List<CompletedUpload> uploads = confirmed(Completions.of(key, 1), Completions.of(key, 2));
        uploads.forEach(upload -> publish(key, Completions.event(upload)));
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        assertThat(stored.get(key).content).isNull();
        blobAnswers.remove(BlobAnswers.AWAY);
        awaitCompletion(key, 2);
        assertThat(rows.releases(uploads.getFirst().ref())).isOne();
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
        double before = ignored("malformed");
        CompletedUpload upload = confirmed(Completions.of(key, 1)).getFirst();
        publish(key, "no JSON", "[]", "{}", "{\"type\":7}", "", "[".repeat(100_000),
                Completions.event("dev.coffer.blob.upload-completed", Map.of()),
                Completions.event("dev.coffer.blob.upload-completed", Map.of("ref", "no uuid")),
                Completions.event("dev.coffer.blob.something-else", Completions.of(key, 8)),
                Completions.event(asset), Completions.event(word), Completions.event(unstorable),
                Completions.event(upload));
        publish(key, (String) null);
        awaitCompletion(key, 1);
        settled();
        assertThat(rows.releases(asset.ref()) + rows.releases(word.ref())).isZero();
        assertThat(ignored("malformed") - before).isGreaterThanOrEqualTo(10);
    }

    @Test
    void whatFailsForGoodIsSkippedHoweverManyThereAre() throws InterruptedException {
        rows.execute("create function fail_it() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$");
        rows.execute("create trigger fail_some before update on file for each row when (new.name = 'unlucky')"
                + " execute function fail_it()");
        double before = ignored("failed");
        FileKey one = stored.add(project, file -> file.name = "unlucky");
        FileKey two = stored.add(project, file -> file.name = "unlucky");
        FileKey good = stored.add(project, "lucky");
        List<CompletedUpload> uploads =
                confirmed(Completions.of(one, 1), Completions.of(two, 1), Completions.of(good, 1));
        listener.stop();
        // All in one partition, and in one batch.
        uploads.forEach(upload -> publish(good, Completions.event(upload)));
        listener.start();
        awaitCompletion(good, 1);
        settled();
        rows.execute("drop function fail_it cascade");
        assertThat(ignored("failed") - before).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aBrokerThatComesBackIsFollowedAgain() {
        FileKey before = stored.add(project, "e");
        FileKey after = stored.add(project, "f");
        List<CompletedUpload> uploads = confirmed(Completions.of(before, 1), Completions.of(after, 1));
        publish(before, Completions.event(uploads.getFirst()));
        awaitCompletion(before, 1);
        LocalServers.kafka().stop();
        LocalServers.kafka().start();
        publish(after, Completions.event(uploads.getLast()));
        awaitCompletion(after, 1);
    }

    @Test
    void theHashOfContentInPartsComesByAnEventOfItsOwn() {
        FileKey key = stored.add(project, "h");
        CompletedUpload parts = Completions.unhashed(key, 1);
        confirmed(parts);
        publish(key, Completions.event(parts));
        awaitCompletion(key, 1);
        CompletedUpload hashed = confirmed(Completions.hashed(parts)).getFirst();
        publish(key, Completions.event("dev.coffer.blob.hashed", hashed));
        await(() -> stored.get(key).content != null && "blake3:late".equals(stored.get(key).content.hash()));
    }

    @Test
    void aDatabaseThatComesBackGetsWhatItMissed() {
        FileKey key = stored.add(project, "g");
        CompletedUpload upload = confirmed(Completions.of(key, 1)).getFirst();
        LocalServers.postgres().stop();
        publish(key, Completions.event(upload));
        LocalServers.postgres().start();
        awaitCompletion(key, 1);
    }

    /** What blob-service says of the project from now on. */
    private List<CompletedUpload> confirmed(CompletedUpload... uploads) {
        blobAnswers.put(project.tenant() + " " + project.owner().key(), TestJson.write(uploads));
        return List.of(uploads);
    }

    private static CompletedUpload with(CompletedUpload upload, UUID ref, long completion, long size) {
        return new CompletedUpload(upload.tenant(), upload.owner(), upload.upload(), upload.entity(), completion, ref,
                size, "blake3:forged", "sha256:forged", upload.completedAt(), true);
    }

    private double ignored(String reason) {
        Counter counter = metrics.find(IgnoredEvents.METRIC).tag("reason", reason).counter();
        return counter == null ? 0 : counter.count();
    }

    /** Returns when everything that was published has been read: the group has no lag. */
    private static void settled() {
        await(() -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers()))) {
                Map<TopicPartition, OffsetAndMetadata> read =
                        admin.listConsumerGroupOffsets("files-service").partitionsToOffsetAndMetadata().get();
                Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
                for (int partition = 0; partition < 3; partition++) {
                    asked.put(new TopicPartition(TOPIC, partition), OffsetSpec.latest());
                }
                return admin.listOffsets(asked).all().get().entrySet().stream().allMatch(end ->
                        end.getValue().offset() == 0 || read.get(end.getKey()) != null
                                && read.get(end.getKey()).offset() >= end.getValue().offset());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
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
