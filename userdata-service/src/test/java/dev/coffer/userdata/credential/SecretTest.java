package dev.coffer.userdata.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void aKeyIsReadAsItWasWritten() {
        Secret key = Secret.random("cfr_");
        assertThat(key.text()).matches("cfr_[0-9a-f-]{36}_[A-Za-z0-9_-]{43}");
        assertThat(Secret.parse("cfr_", key.text())).contains(key);
        assertThat(key.matches(Secret.parse("cfr_", key.text()).orElseThrow().hash())).isTrue();
    }

    @Test
    void anotherSecretDoesNotMatch() {
        Secret key = Secret.random("cfr_");
        assertThat(new Secret("cfr_", key.id(), Secret.random("cfr_").secret()).matches(key.hash())).isFalse();
    }

    @Test
    void aCredentialOfAnotherKindIsNone() {
        assertThat(Secret.parse("cfs_", Secret.random("cfr_").text())).isEmpty();
    }

    @Test
    void noTwoKeysAreEqual() {
        assertThat(Secret.random("cfr_")).isNotEqualTo(Secret.random("cfr_"));
    }

    @Test
    void theSecretStaysOutOfLogs() {
        Secret key = Secret.random("cfr_");
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "cfr_", "cfr__", "cfr_1_2",
        "xyz_019a0000-0000-7000-8000-000000000000_0123456789012345678901234567890123456789012",
        "cfr_019a0000-0000-7000-8000-000000000000_short", "cfr_019a0000-0000-7000-8000-000000000000", "cfr_\u0000"
    })
    void anotherFormIsNoKey(String text) {
        assertThat(Secret.parse("cfr_", text)).isEmpty();
    }
}
