package dev.coffer.userdata.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.userdata.address.UserFolder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeEntryTest {
    @Test
    void foldersComeFirstThenNamesWithoutRegardToCase() {
        assertThat(paths("", "B.json", "a.json", "sub/A.json", "sub/deep/z", ".hidden"))
                .containsExactly("sub/deep", "sub", ".hidden", "a.json", "sub/A.json", "B.json", "sub/deep/z");
    }

    @Test
    void aFolderIsNotInItself() {
        assertThat(paths("sub", "sub/a", "sub/deep/z")).containsExactly("sub/deep", "sub/a", "sub/deep/z");
    }

    @Test
    void eachFolderIsThereOnceAndItsMemoryIsAsked() {
        AtomicLong memory = new AtomicLong();
        String deep = "d/".repeat(100);
        List<TreeEntry> entries = TreeEntry.of(new UserFolder(""),
                List.of(file("a-b/c"), file("a/b/c"), file("a/b/d"), file(deep + "x"), file(deep + "y")),
                memory::addAndGet);
        assertThat(entries.stream().filter(entry -> entry.type().equals("directory"))).hasSize(3 + 100);
        assertThat(memory.get()).isBetween(103 * 150L, 103 * 150L + 2 * 103 * 200L);
    }

    @Test
    void timesAreSeconds() {
        TreeEntry entry = TreeEntry.of(new UserFolder(""), List.of(file("a")), bytes -> {}).getFirst();
        assertThat(entry.modified()).isEqualTo("1767323045.678901");
        assertThat(entry.type()).isEqualTo("file");
    }

    private static List<String> paths(String folder, String... files) {
        List<ListedFile> listed = Stream.of(files).sorted().map(TreeEntryTest::file).toList();
        return TreeEntry.of(new UserFolder(folder), listed, bytes -> {}).stream()
                .map(TreeEntry::path)
                .toList();
    }

    private static ListedFile file(String path) {
        return new ListedFile(path, 5, 1767323045678901L, 1767323045678901L);
    }
}
