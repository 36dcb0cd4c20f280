package dev.coffer.files.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.files.FilesEventLog;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.field.FileIds;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileView;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class CreateFileTransactionsIT {
    private static final String EVERYTHING = """
            {"externalId":"%s","name":"näme","directory":"/a/b","source":"s","mimeType":"txt",\
            "metadata":{"k":"v"},"assetIds":[3,1,2],"dataSetId":9007199254740991,\
            "sourceCreatedTime":0,"sourceModifiedTime":9223372036854775807,"labels":[{"externalId":"b"},\
            {"externalId":"a"}],"geoLocation":{"type":"Feature","geometry":{"type":"Point",\
            "coordinates":[10.7500000000000001,59]},"properties":{"b":1,"a":[1.5,null]}}""";

    private final Project project = new Project("acme", "p" + UUID.randomUUID());

    @Inject
    CreateFileTransactions transactions;

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    void everyFieldComesBackAsItWasSent() {
        String body = EVERYTHING.formatted("all");
        FileKey key = key();
        transactions.insert(key, request(body + "}"), session());
        String view = TestJson.write(FileView.of(stored.get(key)));
        assertThat(view).startsWith("{\"id\":" + key.id() + "," + body.substring(1) + ",\"uploaded\":false,");
    }

    @Test
    void anExternalIdIsUniqueInAProjectAndNowhereElse() {
        transactions.insert(key(), named("x"), session());
        assertThatThrownBy(() -> transactions.insert(key(), named("x"), session()))
                .isInstanceOf(OutOfDateException.class);
        transactions.insert(key(), named("X"), session());
        transactions.insert(key(), named(null), session());
        transactions.insert(key(), named(null), session());
        transactions.insert(FileKey.of(new Project("acme", project.name() + "2"), 1), named("x"), session());
        transactions.insert(FileKey.of(new Project("globex", project.name()), 1), named("x"), session());
    }

    @Test
    void anIdThatIsTakenIsOutOfDate() {
        FileKey key = key();
        transactions.insert(key, named(null), session());
        assertThatThrownBy(() -> transactions.insert(key, named(null), session()))
                .isInstanceOf(OutOfDateException.class);
    }

    @Test
    void ofTwelveRacingInsertsOneWins() throws Exception {
        List<Future<FileEntity>> racers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                racers.add(threads.submit(() -> transactions.insert(key(), named("race"), session())));
            }
        }
        int winners = 0;
        for (Future<FileEntity> racer : racers) {
            try {
                racer.get();
                winners++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(OutOfDateException.class);
            }
        }
        assertThat(winners).isOne();
        assertThat(rows.count("select count(*) from open_upload where project = ?", project.name())).isOne();
    }

    @Test
    void overwritingReplacesWhatIsPresentAndKeepsTheRest() {
        FileKey key = key();
        FileEntity before = transactions.insert(key, request(EVERYTHING.formatted("o") + "}"), session());
        transactions.overwrite(Access.all(project), key,
                request("{\"name\":\"new\",\"externalId\":\"o\",\"metadata\":{\"x\":\"y\"}}"), session());
        FileEntity after = stored.get(key);
        assertThat(after.name).isEqualTo("new");
        assertThat(after.metadata).hasSize(1).containsEntry("x", "y");
        assertThat(after.assetIds).containsExactly(3L, 1L, 2L);
        assertThat(after.labels).containsExactly("b", "a");
        assertThat(after.directory).isEqualTo("/a/b");
        assertThat(after.geoLocation).isNotNull();
        assertThat(after.createdAt).isEqualTo(before.createdAt);
        assertThat(after.updatedAt).isAfter(before.updatedAt);
        assertThat(rows.count("select count(*) from open_upload where project = ?", project.name())).isEqualTo(2);
    }

    @Test
    void emptyMetadataClearsIt() {
        FileKey key = key();
        transactions.insert(key, request(EVERYTHING.formatted("c") + "}"), session());
        transactions.overwrite(Access.all(project), key,
                request("{\"name\":\"n\",\"externalId\":\"c\",\"metadata\":{},\"labels\":[],\"assetIds\":[8]}"),
                session());
        String view = TestJson.write(FileView.of(stored.get(key)));
        assertThat(view).doesNotContain("metadata", "labels").contains("\"assetIds\":[8]");
    }

    @Test
    void overwritingIsAnEventAndCreatingIsNone() {
        FileKey key = key();
        transactions.insert(key, named("e"), session());
        transactions.overwrite(Access.all(project), key, request("{\"name\":\"second\",\"externalId\":\"e\"}"),
                session());
        List<JsonNode> events = FilesEventLog.until(key.entity(), "second");
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().path("type").textValue()).isEqualTo("dev.coffer.file.updated");
        assertThat(events.getFirst().path("subject").textValue()).isEqualTo(key.entity());
        assertThat(events.getFirst().path("data")).isEqualTo(TestJson.read("""
                {"tenant":"acme","owner":"project:%s","id":"%s","name":"second"}"""
                .formatted(project.name(), key.id()), JsonNode.class));
    }

    @Test
    void overwritingAFileThatIsGoneOrRenamedIsOutOfDate() {
        FileKey key = key();
        assertThatThrownBy(() -> transactions.overwrite(Access.all(project), key, named("gone"), session()))
                .isInstanceOf(OutOfDateException.class);
        transactions.insert(key, named("other"), session());
        assertThatThrownBy(() -> transactions.overwrite(Access.all(project), key, named("gone"), session()))
                .isInstanceOf(OutOfDateException.class);
    }

    @Test
    void theRowKnowsWhenItsLastLinkLapses() {
        FileKey key = key();
        Instant late = Instant.parse("2030-01-02T00:00:00Z");
        transactions.insert(key, named("l"), new UploadSession(UUID.randomUUID(), late, List.of("url")));
        transactions.overwrite(Access.all(project), key, named("l"),
                new UploadSession(UUID.randomUUID(), late.minusSeconds(9), List.of("url")));
        assertThat(stored.get(key).uploadExpiresAt).isEqualTo(late);
        stored.remove(key);
        assertThat(rows.count("select count(*) from open_upload where project = ?", project.name())).isZero();
    }

    private FileKey key() {
        return FileKey.of(project, FileIds.next());
    }

    private static UploadSession session() {
        return new UploadSession(UUID.randomUUID(), Instant.parse("2030-01-01T00:00:00Z"), List.of("url"));
    }

    private static CreateFileRequest named(String externalId) {
        return request(externalId == null
                ? "{\"name\":\"n\"}"
                : "{\"name\":\"n\",\"externalId\":\"" + externalId + "\"}");
    }

    private static CreateFileRequest request(String body) {
        return CreateFileRules.check(TestJson.read(body, CreateFileRequest.class));
    }
}
