package dev.coffer.asset.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({"a.png [input], a.png, INPUT", "a.png[temp], a.png, TEMP", "a/b [x]  [output], a/b [x], OUTPUT",
        "[input], '', INPUT", "a [[input], a [, INPUT"})
    void anAnnotationSaysWhereAFileIs(String text, String path, Location location) {
        assertThat(FileName.of(text)).extracting(FileName::path, name -> name.location().orElseThrow())
                .containsExactly(path, location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a [input] ", "a [INPUT]", "a [models]", "a []", "a ]", "[input", ""})
    void anythingElseIsPartOfTheName(String text) {
        assertThat(FileName.of(text).path()).isEqualTo(text);
        assertThat(FileName.of(text).location()).isEmpty();
    }
}
