package dev.coffer.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void anIdIsReadBackInAnyCase() {
        UUID id = Ids.next();
        assertThat(Ids.parse(id.toString())).contains(id);
        assertThat(Ids.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
    }

    /** {@link UUID#fromString} takes some of them, and so gives one id many names. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "019a0000-0000-7000-8000-0000000000000",
        "019a0000000070008000000000000000",
        "019a0000-0000-7000-8000-00000000000g", " 019a0000-0000-7000-8000-000000000000"})
    void whatIsNotInCanonicalFormIsNoId(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
