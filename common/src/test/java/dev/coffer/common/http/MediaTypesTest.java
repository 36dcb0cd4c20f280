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
    @ValueSource(strings = {"text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "text/javascript",
            "application/x-javascript", "text/javascript1.5", "text/jscript", "application/ecmascript", "text/css",
            "image/svg+xml", "text/xml", "application/xml", "application/rss+xml", "message/rfc822"})
    void whatABrowserWouldRunIsActive(String type) {
        assertThat(MediaTypes.active(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "video/mp4", "application/json", "application/pdf", "text/csv"})
    void whatABrowserOnlyShowsIsNot(String type) {
        assertThat(MediaTypes.active(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "image/", "image/png\r\nX: y", "image/png, text/html", "a b/c", "bild/größe"})
    void whatIsNoTypeIsRefused(String type) {
        assertThat(MediaTypes.wellFormed(type)).isFalse();
    }
}
