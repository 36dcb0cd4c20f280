package dev.coffer.userdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.content.Representation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileRepresentationTest {
    @ParameterizedTest
    @CsvSource({"workflows/a.json, application/json", "a.png, image/png", "a, application/octet-stream"})
    void theExtensionSaysTheType(String path, String type) {
        assertThat(represented(path))
                .extracting(Representation::type, Representation::caching)
                .containsExactly(type, "private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.svg", "a.js", "a.css", "a.xml", "sub/user.css", "User.css"})
    void whatABrowserWouldRunIsSavedInstead(String path) {
        assertThat(represented(path).type()).isEqualTo("application/octet-stream");
        assertThat(represented(path).disposition()).startsWith("attachment");
    }

    @Test
    void theUsersStylesAreUsed() {
        assertThat(represented("user.css").type()).isEqualTo("text/css");
        assertThat(represented("user.css").disposition()).startsWith("inline");
        assertThat(represented("user.css").caching()).isEqualTo("no-store");
    }

    private static Representation represented(String path) {
        return UserFileRepresentation.of(path, 1, "\"tag\"", Instant.EPOCH);
    }
}
