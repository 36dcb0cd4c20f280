package dev.coffer.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "ä€😀", "right-to-left \u202e mark"})
    void whatCanBeStoredIsKept(String value) {
        assertThat(Text.check("name", value, 100)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "lone \ud800", "\udc00 lone"})
    void whatCannotBeStoredIsRefusedByName(String value) {
        assertThatThrownBy(() -> Text.check("name", value, 100)).hasMessageStartingWith("name must not contain");
    }

    @ParameterizedTest
    @CsvSource({"ΟΔΟΣ, οδος, οδοσ", "Straße, STRASSE, STRAẞE", "ﬁn, FIN, ﬁn", "ISTANBUL, istanbul, ıstanbul",
        "МОСКВА, москва, Москва",
        "µ, Μ, μ", "K, k, K", "İx, i̇x, İX"})
    void caseDoesNotMatter(String one, String other, String third) {
        assertThat(Text.folded(one)).isEqualTo(Text.folded(other)).isEqualTo(Text.folded(third));
    }

    @Test
    void aPartOfATextIsAPartOfTheFoldedText() {
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String letter = Character.toString(point);
                assertThat(Text.folded("aΣ" + letter + "Σ.")).isEqualTo("aσ" + Text.folded(letter) + "σ.");
            }
        }
    }

    @Test
    void theLimitItselfIsAllowed() {
        assertThat(Text.check("name", "x".repeat(512), 512)).hasSize(512);
        assertThatThrownBy(() -> Text.check("name", "x".repeat(513), 512)).hasMessageContaining("512");
    }
}
