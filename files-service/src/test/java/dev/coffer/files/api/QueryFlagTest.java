package dev.coffer.files.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFlagTest {

    @Test
    void itIsFalseByDefault() {
        assertThat(QueryFlag.of("overwrite", null)).isFalse();
        assertThat(QueryFlag.of("overwrite", "false")).isFalse();
        assertThat(QueryFlag.of("overwrite", "False")).isFalse();
        assertThat(QueryFlag.of("overwrite", "true")).isTrue();
        assertThat(QueryFlag.of("overwrite", "True")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "yes", " true"})
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> QueryFlag.of("overwrite", value)).hasMessage("overwrite must be true or false");
    }
}
