package dev.coffer.files.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.files.FilesEventLog;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FileDeletionsIT {
    private final Project project = new Project("acme", "p" + UUID.randomUUID());
    private final Access access = Access.all(project);

    @Inject
    FileEditService files;

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    void contentIsReleasedAndUploadLinksDie() {
        UUID ref = UUID.randomUUID();
        FileKey key = stored.add(project, file -> {
            file.externalId = "x";
            file.content = new FileContent(ref, 1L, 5L, null, null, Instant.EPOCH);
        });
        UUID upload = stored.open(key, Instant.now());
        delete("{\"items\":[{\"externalId\":\"x\"}]}");
        assertThat(stored.get(key)).isNull();
        assertThat(rows.releases(ref)).isOne();
        assertThat(rows.count("select count(*) from release where id = ? and kind = 'upload'", upload)).isOne();
        assertThat(FilesEventLog.until(key.entity(), "file.deleted").getLast().path("data").path("size").asInt())
                .isEqualTo(5);
    }

    @Test
    void nothingIsDeletedIfOneIsUnknownUnlessThatDoesNotMatter() {
        FileKey key = stored.add(project, "a");
        String items = "{\"items\":[{\"id\":" + key.id() + "},{\"externalId\":\"no\"}]";
        assertThatThrownBy(() -> delete(items + "}")).hasMessage("Files ids not found: no");
        assertThat(stored.get(key)).isNotNull();
        delete(items + ",\"ignoreUnknownIds\":true}");
        assertThat(stored.get(key)).isNull();
        delete(items + ",\"ignoreUnknownIds\":true}");
    }

    @Test
    void aFileThatIsNamedTwiceIs409AndStays() {
        FileKey key = stored.add(project, "b");
        assertThatThrownBy(() -> delete("{\"items\":[{\"id\":" + key.id() + "},{\"externalId\":\"b\"}]}"))
                .hasMessage("Duplicate external ids: b");
        assertThat(stored.get(key)).isNotNull();
    }

    @Test
    void anInstanceIsNotDeletedHere() {
        assertThatThrownBy(() -> delete("{\"items\":[{\"instanceId\":{\"space\":\"s\",\"externalId\":\"e\"}}]}"))
                .hasMessageContaining("delete the instance instead");
    }

    @Test
    void filesOfOthersLookUnknownAndStay() {
        FileKey foreign = stored.add(new Project("globex", project.name()), "f");
        FileKey otherSet = stored.add(project, file -> file.dataSetId = 6L);
        Access limited = new Access(project, Optional.of(Set.of(5L)));
        for (FileKey key : new FileKey[] {foreign, otherSet}) {
            DeleteFilesRequest request = request("{\"items\":[{\"id\":" + key.id() + "}]}");
            assertThatThrownBy(() -> files.delete(limited, request)).hasMessage("File ids not found: " + key.id());
            assertThat(stored.get(key)).isNotNull();
        }
    }

    private void delete(String request) {
        files.delete(access, request(request));
    }

    private static DeleteFilesRequest request(String json) {
        return TestJson.read(json, DeleteFilesRequest.class);
    }
}
