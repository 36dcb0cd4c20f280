package dev.coffer.common.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonGuardTest {
    @Test
    void whatIsSetByDefaultIsGood() {
        new JsonGuard(new Json().config).onStart(null);
    }

    @ParameterizedTest
    @CsvSource({"tenant-share, 1", "tenant-share, 1.5", "tenant-share, 0", "tenant-share, NaN", "heap-share, 0",
        "heap-share, -0.1", "heap-share, 1.1", "max-ratio, 0", "max-tokens, 0", "max-depth, 0",
        "max-number-length, 0", "max-name-length, 0", "wait-timeout, -1s"})
    void whatBoundsNothingOrLetsNothingThroughIsRefused(String setting, String value) {
        String name = "coffer.json." + setting;
        assertThatThrownBy(() -> new JsonGuard(new Json(name, value).config).onStart(null))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith(name + " must be ");
    }
}
