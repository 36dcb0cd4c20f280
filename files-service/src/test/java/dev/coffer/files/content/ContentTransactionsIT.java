package dev.coffer.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.files.FilesEventLog;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class ContentTransactionsIT {
    private final Project project = new Project("acme", "p" + UUID.randomUUID());

    @Inject
    ContentTransactions transactions;

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    void theFirstContentMakesTheFileUploaded() {
        FileKey key = stored.add(project, "a");
        CompletedUpload first = Completions.of(key, 1);
        transactions.receive(key, first);
        FileEntity file = stored.get(key);
        assertThat(file.content.ref()).isEqualTo(first.ref());
        assertThat(file.content.size()).isEqualTo(101);
        assertThat(file.content.uploadedAt()).isEqualTo(first.completedAt());
        assertThat(file.updatedAt).isEqualTo(Instant.ofEpochMilli(2));
        assertThat(rows.releases(first.ref())).isZero();
        JsonNode event = FilesEventLog.until(key.entity(), "blake3:1").getFirst();
        assertThat(event.path("type").textValue()).isEqualTo("dev.coffer.file.uploaded");
        assertThat(event.path("data")).isEqualTo(TestJson.read("""
                {"tenant":"acme","owner":"project:%s","id":"%s","name":"name","size":101,"hash":"blake3:1",\
                "sha256":"sha256:1","createdNew":true}""".formatted(project.name(), key.id()), JsonNode.class));
    }

    @Test
    void newerContentReplacesOlderAndReleasesIt() {
        FileKey key = stored.add(project, "b");
        CompletedUpload first = Completions.of(key, 1);
        CompletedUpload second = Completions.of(key, 2);
        transactions.receive(key, first);
        transactions.receive(key, second);
        assertThat(stored.get(key).content.ref()).isEqualTo(second.ref());
        assertThat(rows.releases(first.ref())).isOne();
        assertThat(rows.releases(second.ref())).isZero();
    }

    @Test
    void olderContentIsOnlyReleased() {
        FileKey key = stored.add(project, "c");
        CompletedUpload newer = Completions.of(key, 7);
        CompletedUpload older = Completions.of(key, 6);
        transactions.receive(key, newer);
        transactions.receive(key, older);
        assertThat(stored.get(key).content.ref()).isEqualTo(newer.ref());
        assertThat(rows.releases(older.ref())).isOne();
        assertThat(rows.releases(newer.ref())).isZero();
    }

    @Test
    void theSameContentTwiceChangesNothingAndIsAnnouncedOnce() {
        FileKey key = stored.add(project, "d");
        CompletedUpload first = Completions.of(key, 1);
        transactions.receive(key, first);
        transactions.receive(key, first);
        CompletedUpload last = Completions.of(key, 2);
        transactions.receive(key, last);
        transactions.receive(key, first);
        transactions.receive(key, last);
        transactions.receive(key, Completions.of(key, 3));
        assertThat(rows.releases(last.ref())).isOne();
        List<String> announced = FilesEventLog.until(key.entity(), "blake3:3").stream()
                .map(event -> event.path("data").path("hash").textValue())
                .toList();
        assertThat(announced).containsExactly("blake3:1", "blake3:2", "blake3:3");
    }

    @Test
    void theHashOfContentInPartsFollowsOnce() {
        FileKey key = stored.add(project, "h");
        CompletedUpload parts = Completions.unhashed(key, 1);
        CompletedUpload hashed = Completions.hashed(parts);
        transactions.receive(key, parts);
        assertThat(stored.get(key).content.hash()).isNull();
        transactions.receive(key, hashed);
        transactions.receive(key, parts);
        transactions.receive(key, hashed);
        assertThat(stored.get(key).content.hash()).isEqualTo("blake3:late");
        assertThat(stored.get(key).updatedAt).isEqualTo(Instant.ofEpochMilli(2));
        assertThat(rows.releases(parts.ref())).isZero();
        transactions.receive(key, Completions.of(key, 2));
        List<String> types = FilesEventLog.until(key.entity(), "blake3:2").stream()
                .map(event -> event.path("type").textValue())
                .toList();
        assertThat(types).containsExactly(
                "dev.coffer.file.uploaded", "dev.coffer.file.updated", "dev.coffer.file.uploaded");
    }

    @Test
    void contentOfAFileThatIsGoneIsOnlyReleased() {
        FileKey key = stored.add(project, "e");
        stored.remove(key);
        CompletedUpload late = Completions.of(key, 1);
        assertThat(transactions.receive(key, late)).isEmpty();
        assertThat(rows.releases(late.ref())).isOne();
    }

    @Test
    void contentOfTheSameIdInAnotherTenantIsNotMine() {
        FileKey key = stored.add(project, "f");
        FileKey foreign = new FileKey("globex", key.project(), key.id());
        transactions.receive(foreign, Completions.of(foreign, 1));
        assertThat(stored.get(key).content).isNull();
    }

    @Test
    void theNewestStaysInAnyOrderOfReports() {
        FileKey key = stored.add(project, "g");
        List<CompletedUpload> uploads =
                LongStream.rangeClosed(1, 20).mapToObj(i -> Completions.of(key, i)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 2; round++) {
                uploads.forEach(upload -> threads.submit(() -> transactions.receive(key, upload)));
            }
        }
        CompletedUpload newest = uploads.getLast();
        assertThat(stored.get(key).content.ref()).isEqualTo(newest.ref());
        assertThat(uploads).filteredOn(upload -> rows.releases(upload.ref()) == 0).containsExactly(newest);
    }
}
