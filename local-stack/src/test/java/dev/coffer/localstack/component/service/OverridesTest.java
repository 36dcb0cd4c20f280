package dev.coffer.localstack.component.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OverridesTest {

    @Test
    void aSettingOfAServiceIsOne() {
        assertThat(differ(Map.of(), Map.of("COFFER_ASSETS_COMPAT", "oss"))).isTrue();
        assertThat(differ(Map.of(), Map.of("QUARKUS_LOG_LEVEL", "DEBUG"))).isTrue();
        assertThat(differ(Map.of("COFFER_ASSETS_COMPAT", "oss"), Map.of("COFFER_ASSETS_COMPAT", "cloud"))).isTrue();
    }

    @Test
    void theSameAgainIsNoChange() {
        assertThat(differ(Map.of("COFFER_ASSETS_COMPAT", "oss"), Map.of("COFFER_ASSETS_COMPAT", "oss"))).isFalse();
    }

    @Test
    void whatIsNoLongerMentionedStays() {
        assertThat(differ(Map.of("COFFER_ASSETS_COMPAT", "oss"), Map.of())).isFalse();
    }

    @Test
    void whatTheLauncherWritesForOthersIsNotMeantForServices() {
        assertThat(differ(Map.of(), Map.of("COFFER_URL", "x", "COFFER_PID_KAFKA", "1", "COFFER_JDBC_URL_ASSET", "x",
                "COFFER_API_KEY_A2", "x", "COFFER_DIR", "x", "COFFER_S3_SECRET_KEY", "x", "HOME", "x"))).isFalse();
    }

    private static boolean differ(Map<String, String> before, Map<String, String> now) {
        Properties kept = new Properties();
        try {
            kept.load(new StringReader(Overrides.of(before).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Overrides.of(now).differFrom(kept);
    }
}
