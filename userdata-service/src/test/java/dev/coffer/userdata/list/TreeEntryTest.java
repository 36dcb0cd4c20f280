package dev.coffer.userdata.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.userdata.address.UserFolder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeEntryTest {
    @Test
    void foldersComeFirstThenNamesWhateverTheirCase() {
        assertThat(paths("", "B.json", "a.json", "sub/A.json", "sub/deep/z", ".hidden"))
                .containsExactly("sub/deep", "sub", ".hidden", "a.json", "sub/A.json", "B.json", "sub/deep/z");
    }

    @Test
    void aFolderIsNotInItself() {
        assertThat(paths("sub", "sub/a", "sub/deep/z")).containsExactly("sub/deep", "sub/a", "sub/deep/z");
    }

    @Test
    void timesAreSeconds() {
        TreeEntry entry = TreeEntry.of(new UserFolder(""), List.of(file("a"))).getFirst();
        assertThat(entry.modified()).isEqualTo("1767323045.678901");
        assertThat(entry.type()).isEqualTo("file");
    }

    private static List<String> paths(String folder, String... files) {
        return TreeEntry.of(new UserFolder(folder), Stream.of(files).map(TreeEntryTest::file).toList()).stream()
                .map(TreeEntry::path)
                .toList();
    }

    private static ListedFile file(String path) {
        return new ListedFile(path, 5, 1767323045678901L, 1767323045678901L);
    }
}
