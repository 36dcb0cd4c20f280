package dev.coffer.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.bodies.StubRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadFilterTest {

    @ParameterizedTest
    @CsvSource({"/a/b?c, /a/b?c", "http://h/a?b, /a?b", "HTTPS://u@h:1/a, /a", "http://h, /", "http://h?a=/b, /?a=/b",
        "http://h//a, //a", "//h/a, //h/a"})
    void aTargetForAProxyIsThatOfItsPath(String target, String path) {
        assertThat(RequestHeadFilter.origin(target)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "a/b", "h:443", "ftp://h/a", "http:/a", "http:///a", "?a"})
    void whatHasNoPathIsNone(String target) {
        assertThat(RequestHeadFilter.origin(target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/a;b, true", "/a%3Bb?c, true", "/a%3bb, true", "/a?b;c, false", "/a?b%3Bc, false", "/a%253Bb, false"})
    void aSemicolonInThePathIsAParameter(String target, boolean found) {
        assertThat(RequestTargetFilter.parameterised(target)).isEqualTo(found);
    }

    @Test
    void thereIsOneHost() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Host", "a");
        assertThat(problem(headers)).isEmpty();
        assertThat(problem(MultiMap.caseInsensitiveMultiMap().add("Host", " "))).isPresent();
        assertThat(problem(headers.add("Host", "a"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"If-Match, 8192", "If-None-Match, 8192", "Authorization, 32768", "Cookie, 32768", "Content-Type, 1024"})
    void aFieldHasALongest(String name, int longest) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Host", "a").add(name, "x".repeat(longest));
        assertThat(problem(headers)).isEmpty();
        assertThat(problem(headers.add(name, "x"))).contains(name + " must have at most " + longest + " bytes.");
    }

    private static Optional<String> problem(MultiMap headers) {
        return RequestHeadFilter.problem(StubRequest.of(HttpMethod.GET, headers));
    }
}
