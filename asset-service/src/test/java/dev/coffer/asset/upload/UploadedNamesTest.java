package dev.coffer.asset.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.AssetName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadedNamesTest {

    @ParameterizedTest
    @CsvSource({"image.png, image (2).png", "a.tar.gz, a.tar (2).gz", ".hidden, .hidden (2)", "name, name (2)"})
    void theNumberStandsBeforeTheExtension(String name, String numbered) {
        assertThat(UploadedNames.numbered(name, 2)).isEqualTo(numbered);
    }

    @Test
    void aLongNameIsCutWhereNoCharacterIs() {
        String name = UploadedNames.numbered("\uD83D\uDE00".repeat(AssetName.MAX_LENGTH - 4) + ".png", 10);
        assertThat(name).endsWith(" (10).png");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(AssetName.MAX_LENGTH);
        assertThat(name.substring(0, name.length() - " (10).png".length())).matches("(\uD83D\uDE00)+");
    }
}
