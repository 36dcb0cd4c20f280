package dev.coffer.userdata.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    @Test
    void aKeyIsReadAsItWasWritten() {
        KeySecret key = KeySecret.random();
        assertThat(key.text()).matches("cfr_[0-9a-f-]{36}_[A-Za-z0-9_-]{43}");
        assertThat(KeySecret.parse(key.text())).contains(key);
        assertThat(key.matches(KeySecret.parse(key.text()).orElseThrow().hash())).isTrue();
    }

    @Test
    void anotherSecretDoesNotMatch() {
        KeySecret key = KeySecret.random();
        assertThat(new KeySecret(key.id(), KeySecret.random().secret()).matches(key.hash())).isFalse();
    }

    @Test
    void noTwoKeysAreEqual() {
        assertThat(KeySecret.random()).isNotEqualTo(KeySecret.random());
    }

    @Test
    void theSecretStaysOutOfLogs() {
        KeySecret key = KeySecret.random();
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "cfr_", "cfr__", "cfr_1_2", "xyz_019a0000-0000-7000-8000-000000000000_0123456789012345678901234567890123456789012",
        "cfr_019a0000-0000-7000-8000-000000000000_short", "cfr_019a0000-0000-7000-8000-000000000000", "cfr_\u0000"
    })
    void anotherFormIsNoKey(String text) {
        assertThat(KeySecret.parse(text)).isEmpty();
    }
}
