package dev.coffer.asset.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentNameTest {
    @ParameterizedTest
    @CsvSource({
        "photo.PNG, image/png, .png",
        "a.tar.gz, application/gzip, .gz",
        "photo, image/png, .png",
        "sound, audio/x-wav, .wav",
        "drawing, image/svg+xml, ''",
        "odd.p%g, application/octet-stream, ''",
        "unknown, application/octet-stream, ''",
    })
    void aContentIsCalledByItsHashAndAnExtension(String called, String type, String extension) {
        assertThat(ContentName.of("blake3:abc", called, type)).isEqualTo("abc" + extension);
    }
}
