package dev.coffer.files.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "text/plain; charset=utf-8", "application/vnd.a+json;a=\"b c\";d=e"})
    void aMediaTypeIsSaid(String mimeType) {
        assertThat(MediaTypes.sayable(mimeType)).isEqualTo(mimeType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "txt", "text/", "/plain", "text/plain\r\nX-Evil: 1", "text/plain;", "text/plain; x", "é/é"})
    void anythingElseIsBytes(String mimeType) {
        assertThat(MediaTypes.sayable(mimeType)).isEqualTo("application/octet-stream");
    }

    @Test
    void noTypeIsBytes() {
        assertThat(MediaTypes.sayable(null)).isEqualTo("application/octet-stream");
    }
}
