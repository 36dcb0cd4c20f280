package dev.coffer.asset.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.ClientJson;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalRefTest {
    @Test
    void itNamesAFileInAFolder() {
        assertThat(OriginalRef.target(ClientJson.READER, "{\"filename\":\"a.png [input]\",\"subfolder\":\"x/\"}"))
                .matches(target -> target.name().equals("a.png") && target.subfolder().equals("x"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "5", "[]", "{}", "{\"filename\":null}", "{\"filename\":1e99999999999}",
        "{\"filename\":\"a\\u0000\"}", "{\"filename\":\"\\ud800\"}", "{\"filename\":\"a\"} x",
        "{\"filename\":\"a\",\"type\":\"models\"}", "{\"filename\":[[[["})
    void whatIsNoSuchObjectIsRefused(String text) {
        assertThatThrownBy(() -> OriginalRef.target(ClientJson.READER, text))
                .isInstanceOfSatisfying(ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_BODY))
                .hasMessageStartingWith("original_ref");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", ".."})
    void aFolderThatIsNoneIsRefused(String subfolder) {
        assertThatThrownBy(() -> OriginalRef.target(
                ClientJson.READER, "{\"filename\":\"a\",\"subfolder\":\"" + subfolder + "\"}"))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("subfolder");
    }
}
