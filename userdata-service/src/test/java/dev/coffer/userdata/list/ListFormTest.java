package dev.coffer.userdata.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.file.UserFileConfig.ListDefault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFormTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "true, -, CLOUD, OBJECTS", "TRUE, true, CLOUD, OBJECTS", "true, true, OSS, OBJECTS",
        "false, -, CLOUD, NAMES", "false, true, CLOUD, SEGMENTS", "False, false, OSS, NAMES",
        "-, -, CLOUD, OBJECTS", "-, true, CLOUD, SEGMENTS", "-, false, CLOUD, OBJECTS", "undefined, 1, CLOUD, OBJECTS",
        "-, -, OSS, NAMES", "-, True, OSS, SEGMENTS", "undefined, -, OSS, NAMES"
    })
    void theFlagsSayTheForm(String fullInfo, String split, ListDefault listDefault, ListForm form) {
        assertThat(ListForm.of(fullInfo, split, listDefault)).isEqualTo(form);
    }

    @Test
    void pathsAreThoseBelowTheFolderWithoutHiddenOnes() {
        UserFolder folder = new UserFolder("a");
        List<ListedFile> files = List.of(file("a/b/c"), file("a/.d"), file("a/.e/f"), file("a/g."));
        assertThat(ListForm.NAMES.rows(folder, files)).containsExactly("b/c", "g.");
        assertThat(ListForm.SEGMENTS.rows(folder, files)).containsExactly(List.of("b/c", "b", "c"),
                List.of("g.", "g."));
        assertThat(ListForm.OBJECTS.rows(folder, files)).first()
                .isEqualTo(new ListedFileView("b/c", 5, 1767323045678L, 3));
        assertThat(ListForm.NAMES.rows(new UserFolder("a/.e"), List.of(file("a/.e/f")))).containsExactly("f");
    }

    private static ListedFile file(String path) {
        return new ListedFile(path, 5, 1767323045678901L, 3999);
    }
}
