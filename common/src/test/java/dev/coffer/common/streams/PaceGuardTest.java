package dev.coffer.common.streams;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceGuardTest {
    @Test
    void whatIsSetByDefaultIsGood() {
        start("coffer.none", "0");
    }

    @ParameterizedTest
    @CsvSource({"coffer.body.stall-timeout, 0s", "coffer.body.json-limit, 0", "coffer.answer.stall-timeout, 0s"})
    void limitsThatNoClientCanMeetAreRefused(String setting, String value) {
        assertThatThrownBy(() -> start(setting, value)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(setting + " must be ");
    }

    private static void start(String setting, String value) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(BodyConfig.class)
                .withMapping(AnswerConfig.class).withValidateUnknown(false).withDefaultValue(setting, value).build();
        new PaceGuard(config.getConfigMapping(BodyConfig.class), config.getConfigMapping(AnswerConfig.class))
                .onStart(null);
    }
}
