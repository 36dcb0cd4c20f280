package dev.coffer.userdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentationTest {
    @ParameterizedTest
    @CsvSource({"workflows/a.json, application/json", "a.png, image/png", "a, application/octet-stream"})
    void theExtensionSaysTheType(String path, String type) {
        assertThat(Presentation.of(path))
                .extracting(Presentation::type, Presentation::caching)
                .containsExactly(type, "private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.svg", "a.js", "a.css", "a.xml", "sub/user.css", "User.css"})
    void whatABrowserWouldRunIsSavedInstead(String path) {
        assertThat(Presentation.of(path).type()).isEqualTo("application/octet-stream");
        assertThat(Presentation.of(path).disposition()).startsWith("attachment");
    }

    @Test
    void theUsersStylesAreUsed() {
        assertThat(Presentation.of("user.css").type()).isEqualTo("text/css");
        assertThat(Presentation.of("user.css").disposition()).startsWith("inline");
        assertThat(Presentation.of("user.css").caching()).isEqualTo("no-store");
    }
}
