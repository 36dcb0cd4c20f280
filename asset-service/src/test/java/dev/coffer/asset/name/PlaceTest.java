package dev.coffer.asset.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({"a output input, input", "temp output, output", "temp models, temp", "models a, ''", "'', ''"})
    void tagsSayTheLocation(String tags, String type) {
        assertThat(Place.of(List.of(tags.split(" ")), null)).isEqualTo(new Place(Location.of(type).orElse(null), ""));
        assertThat(Place.of(List.of(tags.split(" ")), null).type()).isEqualTo(type);
    }

    @Test
    void metadataSayTheFolder() {
        assertThat(Place.of(List.of(), "./a//b\\c/").subfolder()).isEqualTo("a/b/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "a/../b", "\\..\\"})
    void whatCouldNotBeAskedForIsTheRoot(String folder) {
        assertThat(Place.of(List.of(), folder).subfolder()).isEmpty();
        assertThat(Place.of(List.of(), "x".repeat(513)).subfolder()).isEmpty();
        assertThat(Place.of(List.of(), 5).subfolder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.png,                    '',     ''",
        "input/a.png,              input,  ''",
        "temp/b/c/a.png,           temp,   b/c",
        "output,                   '',     ''",
        "inputs/a.png,             '',     inputs",
        "input/input/a.png,        input,  input",
        "models/checkpoints/a.bin, '',     models/checkpoints"
    })
    void aPathSaysBoth(String path, String type, String folder) {
        assertThat(Place.ofPath(path, List.of("a")))
                .isEqualTo(new Place(Location.of(type).orElse(null), folder));
    }

    @Test
    void whereAPathSaysNoLocationTagsDo() {
        assertThat(Place.ofPath("a/b.png", List.of("temp"))).isEqualTo(new Place(Location.TEMP, "a"));
        assertThat(Place.ofPath("input/b.png", List.of("temp"))).isEqualTo(new Place(Location.INPUT, ""));
    }
}
