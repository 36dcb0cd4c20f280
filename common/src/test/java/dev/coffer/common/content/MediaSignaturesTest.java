package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSignaturesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GIF89a..........|image/gif",
        "RIFF0000WEBPVP8 |image/webp",
        "RIFF0000WAVEfmt |audio/wav",
        "0000ftypisom0000|video/mp4",
        "0000ftypqt  0000|video/quicktime",
        "0000ftypavif0000|image/avif",
        "%PDF-1.7        |application/pdf",
        "ID3             |audio/mpeg"
    })
    void theFirstBytesTell(String head, String type) {
        assertThat(MediaSignatures.typeOf(head.getBytes(StandardCharsets.ISO_8859_1))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "G", "GIF8", "RIFF", "RIFF0000AVI ", "<html>", "<?xml version=", "#!/bin/sh", "ftypmp42"})
    void theseTellNothing(String head) {
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MediaSignatures.typeOf(bytes)).isEmpty();
    }
}
