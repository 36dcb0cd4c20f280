package dev.coffer.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @Test
    void theExtensionSuggestsTheType() {
        assertThat(MediaTypes.byName("a.PNG")).isEqualTo("image/png");
        assertThat(MediaTypes.byName("archive.tar.gz")).isEqualTo("application/gzip");
        assertThat(MediaTypes.byName("png")).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(MediaTypes.byName("model.safetensors")).isEqualTo(MediaTypes.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "image/", "image/png\r\nX: y", "image/png, text/html", "a b/c", "bild/größe"})
    void whatIsNoTypeIsRefused(String type) {
        assertThat(MediaTypes.wellFormed(type)).isFalse();
    }
}
