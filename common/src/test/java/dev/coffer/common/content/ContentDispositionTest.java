package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x", "a\"b", "ä€😀.png", "a\\b", "100%.txt", "a;b"})
    void noNameEscapesFromTheHeader(String name) {
        String header = ContentDisposition.attachment(name);
        assertThat(header).matches("attachment; filename=\"[ -~&&[^\"\\\\]]*\"; filename\\*=UTF-8''[A-Za-z0-9._%-]*");
    }
}
