package dev.coffer.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    @ParameterizedTest
    @CsvSource({"coffer., coffer.assets", "acme_test-1., acme_test-1.assets", "'', assets"})
    void beginWithThePrefix(String prefix, String name) {
        assertThat(new Topics(() -> prefix).name("assets")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coffer/", "cöffer.", "a b", "a:"})
    void whatKafkaDoesNotTakeIsRefusedByName(String prefix) {
        assertThatThrownBy(() -> new Topics(() -> prefix)).hasMessageStartingWith("coffer.topics.prefix must be");
        assertThatThrownBy(() -> new Topics(() -> "a".repeat(201))).hasMessageStartingWith("coffer.topics.prefix");
    }
}
