package dev.coffer.asset.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.name.AssetName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadedNamesTest {

    @ParameterizedTest
    @CsvSource({"image.png, image (2).png", "a.tar.gz, a.tar (2).gz", ".hidden, .hidden (2)", "name, name (2)"})
    void theNumberStandsBeforeTheExtension(String name, String numbered) {
        assertThat(UploadedNames.numbered(name, 2)).isEqualTo(numbered);
    }

    @ParameterizedTest
    @CsvSource({"a.png, a.png, true", "a (3).png, a.png, true", "a (3).png, a (3).png, true", "a (3).jpg, a.png, false",
        "b (3).png, a.png, false", "a (03).png, a.png, false", "a (3), a, true", "a(3).png, a.png, false"})
    void aNumberedNameIsAFormOfTheOther(String given, String name, boolean form) {
        assertThat(UploadedNames.isFormOf(given, name)).isEqualTo(form);
    }

    @Test
    void whatIsNoExtensionIsCutToo() {
        String name = UploadedNames.numbered("a." + "x".repeat(AssetName.MAX_LENGTH - 2), 7);
        assertThat(name).hasSize(AssetName.MAX_LENGTH).endsWith(" (7)");
    }

    @Test
    void aLongNameIsCutWhereNoCharacterIs() {
        String name = UploadedNames.numbered("\uD83D\uDE00".repeat(AssetName.MAX_LENGTH - 4) + ".png", 10);
        assertThat(name).endsWith(" (10).png");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(AssetName.MAX_LENGTH);
        assertThat(name.substring(0, name.length() - " (10).png".length())).matches("(\uD83D\uDE00)+");
    }
}
