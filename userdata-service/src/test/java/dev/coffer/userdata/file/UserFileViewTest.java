package dev.coffer.userdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.UserFileConfig.TimeFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserFileViewTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    @Test
    void modifiedIsIsoOrMilliseconds() {
        assertThat(UserFileView.of(file(), TimeFormat.ISO))
                .isEqualTo(new UserFileView("a/b.json", 7, "2026-01-02T03:04:05.678901Z"));
        assertThat(UserFileView.of(file(), TimeFormat.EPOCH_MS).modified()).isEqualTo(1767323045678L);
    }

    @Test
    void theTagIsThatOfTheContent() {
        assertThat(file().etag()).isEqualTo("\"c0ffee\"");
    }

    private static UserFile file() {
        UserFile file = new UserFile(Owner.user("t", "s"), UserPath.of("a/b.json"), "s", NOW);
        file.put(Ids.next(), new StoredBlob("blake3:c0ffee", "sha256:00", 7), "s", NOW);
        return file;
    }
}
