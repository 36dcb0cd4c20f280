package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private final MultiMap headers = HttpHeaders.headers();

    @Test
    void contentThatIsNotCodedIsTaken() {
        assertThatCode(() -> ContentCoding.requireNone(headers)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity , identity", "", ",", " "})
    void identityIsNoCoding(String value) {
        headers.set("content-encoding", value);
        assertThatCode(() -> ContentCoding.requireNone(headers)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "br", "zstd", "deflate", "compress", "aws-chunked", "identity, gzip",
        "gzip,", "none"})
    void everyOtherOneIs(String value) {
        headers.set("content-encoding", value);
        assertThatThrownBy(() -> ContentCoding.requireNone(headers)).isInstanceOf(ServiceException.class);
    }

    @Test
    void aSecondHeaderCountsAsWell() {
        headers.add("Content-Encoding", "identity").add("Content-Encoding", "gzip");
        assertThatThrownBy(() -> ContentCoding.requireNone(headers)).isInstanceOf(ServiceException.class);
    }
}
