package dev.coffer.files.content;

import static dev.coffer.files.content.UploadTopic.await;
import static dev.coffer.files.content.UploadTopic.publish;
import static dev.coffer.files.content.UploadTopic.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.files.BlobAnswers;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What events cannot do: they are no authority, and one that makes no sense holds up nothing behind it. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@QuarkusTestResource(value = BlobAnswers.class, restrictToAnnotatedClass = true)
class IgnoredEventsIT {
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
    void whatBlobServiceSaysCountsAndNotWhatTheEventSays() {
        FileKey key = stored.add(project, "forged");
        CompletedUpload real = Completions.of(key, 1);
        confirmed(real);
        publish(key, Completions.event(real));
        awaitCompletion(key, 1);
        UUID foreign = UUID.randomUUID();
        double before = ignored("unconfirmed");
        // A newer content that was not uploaded, another size of the real one, and another hash.
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
        rows.execute(
                "create function fail_it() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$");
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

    private void awaitCompletion(FileKey key, long completion) {
        await(() -> {
            FileEntity file = stored.get(key);
            return file.content != null && file.content.completion() == completion;
        });
    }
}
