package dev.coffer.asset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.name.Location;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTargetTest {
    private static final String DIGITS = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(strings = {"", ".png", ".safetensors"})
    void aNameMayBeTheDigitsOfAHash(String extension) {
        assertThat(FileTarget.of(DIGITS + extension, null, null).hash()).contains("blake3:" + DIGITS);
        assertThat(FileTarget.of(DIGITS.toUpperCase() + extension, null, null).hash()).contains("blake3:" + DIGITS);
    }

    @Test
    void aNameMayBeAHash() {
        assertThat(FileTarget.of("blake3:" + DIGITS, null, null).hash()).contains("blake3:" + DIGITS);
        assertThat(FileTarget.of("blake3:" + DIGITS + " [temp]", "input", null).location()).contains(Location.TEMP);
    }

    @ParameterizedTest
    @CsvSource({
        "photo.png, , photo.png, ",
        "photo.png, input, photo.png, INPUT",
        "photo.png [input], output, photo.png, INPUT",
        "photo.png[temp], , photo.png, TEMP",
        "pasted/photo.png, temp, photo.png, TEMP",
        "photo [draft].png, , photo [draft].png, ",
        "a..b.png, , a..b.png, ",
    })
    void aNameMayBeWhatPeopleCallIt(String filename, String type, String name, Location location) {
        FileTarget target = FileTarget.of(filename, type, null);
        assertThat(target.name()).isEqualTo(name);
        assertThat(target.location().orElse(null)).isEqualTo(location);
        assertThat(target.hash()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "..", "../a.png", "a/../b.png", "a\\..\\b.png", "a/", ".", "[input]"})
    void aNameStaysInsideOfItsFolder(String filename) {
        refused(filename, null, null, ErrorCode.INVALID_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b", "\ud800"})
    void aNameIsAText(String filename) {
        refused(filename, null, null, ErrorCode.INVALID_QUERY);
        refused("a".repeat(1025), null, null, ErrorCode.INVALID_QUERY);
        refused(null, null, null, ErrorCode.INVALID_QUERY);
    }

    @Test
    void aTypeIsOneOfThree() {
        refused("a.png", "models", null, ErrorCode.INVALID_QUERY);
        refused("a.png", "Input", null, ErrorCode.INVALID_QUERY);
    }

    @ParameterizedTest
    @CsvSource({"a/b, a/b", "./a//b/, a/b", "a/../b, b", "'', ''", "a\\b, a/b", "a/.., ''"})
    void aFolderIsMadePlain(String subfolder, String plain) {
        assertThat(FileTarget.of("a.png", null, subfolder).subfolder()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/../../b", "/etc", "a/../..", "\\\\host\\share", "..\\a"})
    void aFolderOutsideOfItsRootIsForbidden(String subfolder) {
        refused("a.png", null, subfolder, ErrorCode.FORBIDDEN);
    }

    private static void refused(String filename, String type, String subfolder, ErrorCode code) {
        assertThatThrownBy(() -> FileTarget.of(filename, type, subfolder))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
