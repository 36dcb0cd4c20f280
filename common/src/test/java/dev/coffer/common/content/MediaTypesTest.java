package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"a.jfif,image/jpeg", "a.pjpeg,image/jpeg", "a.3gp,video/3gpp", "a.3g2,video/3gpp2", "a.jp2,image/jp2",
        "a.wmv,video/x-ms-wmv", "a.flv,video/x-flv", "a.tga,image/x-tga", "a.opus,audio/ogg", "a.aiff,audio/x-aiff",
        "a.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a.vtt,text/vtt",
        "a.woff2,font/woff2", "a.wasm,application/wasm", "a.py,text/x-python",
        "a.webmanifest,application/manifest+json",
        "a.JFIF,image/jpeg", "a.,application/octet-stream", "a.ckpt,application/octet-stream",
        "a.pt,application/octet-stream", "a.gguf,application/octet-stream", "a.bin,application/octet-stream"})
    void whatMaintainedListsKnowIsKnown(String name, String type) {
        assertThat(MediaTypes.byName(name)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "image/", "image/png\r\nX: y", "image/png, text/html", "a b/c", "bild/größe"})
    void whatIsNoTypeIsRefused(String type) {
        assertThat(MediaTypes.wellFormed(type)).isFalse();
    }
}
