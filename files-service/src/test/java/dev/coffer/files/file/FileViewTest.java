package dev.coffer.files.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.TestJson;
import dev.coffer.files.field.FileIds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileViewTest {

    @Test
    void whatIsUnsetOrEmptyIsAbsent() {
        FileEntity file = file();
        file.metadata = Map.of();
        file.labels = List.of();
        assertThat(TestJson.write(FileView.of(file)))
                .isEqualTo(
                        "{\"id\":7,\"name\":\"a\",\"uploaded\":false,\"createdTime\":1001,\"lastUpdatedTime\":2002}");
    }

    @Test
    void contentShowsAsUploadedWithItsTime() {
        FileEntity file = file();
        file.content = new FileContent(UUID.randomUUID(), 1L, 0L, null, null, Instant.ofEpochMilli(3003));
        assertThat(TestJson.write(FileView.of(file))).contains("\"uploaded\":true,\"uploadedTime\":3003,");
    }

    @Test
    void idsAreSpreadOver53Bits() {
        List<Long> ids = Stream.generate(FileIds::next).limit(1000).toList();
        assertThat(ids).allMatch(id -> id >= 1 && id <= 9007199254740991L).doesNotHaveDuplicates();
        assertThat(ids.stream().filter(id -> id > FileIds.MAX / 2).count()).isBetween(350L, 650L);
    }

    private static FileEntity file() {
        FileEntity file = new FileEntity();
        file.key = new FileKey("t", "p", 7);
        file.name = "a";
        file.createdAt = Instant.ofEpochSecond(1, 1_999_000);
        file.updatedAt = Instant.ofEpochMilli(2002);
        return file;
    }
}
