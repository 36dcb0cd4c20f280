package dev.coffer.asset.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalRefTest {
    private final ObjectMapper json = new ObjectMapper();

    OriginalRefTest() {
        new JsonRules().customize(json);
    }

    @Test
    void itNamesAFileInAFolder() {
        assertThat(OriginalRef.target(json, "{\"filename\":\"a.png [input]\",\"subfolder\":\"x/\"}"))
                .matches(target -> target.name().equals("a.png") && target.subfolder().equals("x"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "5", "[]", "{}", "{\"filename\":null}", "{\"filename\":1e99999999999}",
        "{\"filename\":\"a\\u0000\"}", "{\"filename\":\"\\ud800\"}", "{\"filename\":\"a\"} x",
        "{\"filename\":\"a\",\"type\":\"models\"}", "{\"filename\":\"a\",\"subfolder\":\"\\ud800\"}", "{\"filename\":[[[["})
    void whatIsNoSuchObjectIsRefused(String text) {
        assertThatThrownBy(() -> OriginalRef.target(json, text)).isInstanceOf(ServiceException.class);
    }
}
