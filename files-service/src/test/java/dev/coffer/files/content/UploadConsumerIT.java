package dev.coffer.files.content;

import static dev.coffer.files.content.UploadTopic.await;
import static dev.coffer.files.content.UploadTopic.publish;
import static dev.coffer.files.content.UploadTopic.settled;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of uploads make files uploaded, in any number and order, also when servers are away meanwhile. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@QuarkusTestResource(value = BlobAnswers.class, restrictToAnnotatedClass = true)
class UploadConsumerIT {
    private final Project project = new Project("acme", "p" + UUID.randomUUID());

    @Inject
    UploadConsumer listener;

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

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

    private void awaitCompletion(FileKey key, long completion) {
        await(() -> {
            FileEntity file = stored.get(key);
            return file.content != null && file.content.completion() == completion;
        });
    }
}
