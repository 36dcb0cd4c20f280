package dev.coffer.files.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileView;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.list.FileListRequests.SearchFilesRequest;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FileSearchIT {
    private final Project project = new Project("acme", "p" + UUID.randomUUID());

    @Inject
    FileListService files;

    @Inject
    StoredFiles stored;

    @Test
    void theExactNameComesBeforeItsBeginningBeforeWhatIsLikeIt() {
        add("Pump 7 annual report.pdf", "pump", "PUMP-7.txt", "a pump", "pumps", "valve.txt", "spare pumpkin");
        List<String> found = search("Pump");
        assertThat(found.getFirst()).isEqualTo("pump");
        assertThat(found.subList(1, 4)).containsExactlyInAnyOrder("Pump 7 annual report.pdf", "PUMP-7.txt", "pumps");
        assertThat(found.subList(4, found.size())).containsExactlyInAnyOrder("a pump", "spare pumpkin");
    }

    @Test
    void wordsMayComeInAnyOrderAndAnyCase() {
        add("Übersicht_2024_Kessel.xlsx", "kessel.xlsx");
        assertThat(search("KESSEL übersicht")).first().isEqualTo("Übersicht_2024_Kessel.xlsx");
        assertThat(search("2024")).containsExactly("Übersicht_2024_Kessel.xlsx");
    }

    @Test
    void caseDoesNotMatterInAnyAlphabet() {
        add("ΟΔΟΣ 7.pdf", "Straße.pdf");
        for (String greek : List.of("οδος", "ΟΔΟΣ", "οδοσ 7")) {
            assertThat(search(greek)).containsExactly("ΟΔΟΣ 7.pdf");
        }
        assertThat(search("STRASSE")).containsExactly("Straße.pdf");
    }

    @Test
    void aSlipOfTheKeyboardIsForgiven() {
        add("temperature-profile.csv", "unrelated.bin");
        assertThat(search("temprature")).containsExactly("temperature-profile.csv");
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseMeanNothing() {
        add("100%.txt", "100_.txt", "1000.txt", "...");
        assertThat(search("%")).isEmpty();
        assertThat(search("100%")).first().isEqualTo("100%.txt");
        assertThat(search("...")).containsExactly("...");
        assertThat(search("'; drop table file; --")).isEmpty();
    }

    @Test
    void withoutATextOnlyTheFilterCounts() {
        add("one", "two");
        assertThat(search(null)).hasSize(2);
        assertThat(search("  ")).hasSize(2);
        assertThat(files.search(Access.all(project), new SearchFilesRequest(null, null, 1L)).items()).hasSize(1);
    }

    private void add(String... names) {
        for (String name : names) {
            stored.add(project, file -> file.name = name);
        }
    }

    private List<String> search(String name) {
        SearchFilesRequest request = new SearchFilesRequest(new SearchFilesRequest.Search(name), null, null);
        return files.search(Access.all(project), request).items().stream().map(FileView::name).toList();
    }
}
