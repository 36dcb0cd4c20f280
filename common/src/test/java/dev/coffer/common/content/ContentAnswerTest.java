package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.bodies.StubRequest;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentAnswerTest {
    private static final String TAG = "\"abc\"";
    private static final Instant CAME = Instant.parse("2026-01-03T04:05:06.789Z");
    private static final Representation LETTERS =
            new Representation(6, TAG, CAME, "text/plain", "attachment", "no-store", "Cookie");
    private static final Representation NOTHING =
            new Representation(0, TAG, null, "text/plain", null, null, null);

    private final List<ByteRange> opened = new ArrayList<>();

    @Test
    void withoutARangeItIsTheWholeContent() throws IOException {
        Response answer = answer(LETTERS, get(Map.of()));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo("abcdef");
        assertThat(headers(answer)).containsOnly(
                Map.entry("ETag", TAG),
                Map.entry("Last-Modified", "Sat, 03 Jan 2026 04:05:06 GMT"),
                Map.entry("Accept-Ranges", "bytes"),
                Map.entry("Cache-Control", "no-store"),
                Map.entry("Content-Security-Policy", "sandbox; default-src 'none'"),
                Map.entry("Vary", "Cookie"),
                Map.entry("Content-Length", "6"),
                Map.entry("Content-Type", "text/plain"),
                Map.entry("Content-Disposition", "attachment"));
    }

    @Test
    void aRangeIsAPartAndSaysWhich() throws IOException {
        Response answer = answer(LETTERS, get(Map.of("Range", "bytes=2-3")));
        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(body(answer)).isEqualTo("cd");
        assertThat(headers(answer)).containsEntry("Content-Range", "bytes 2-3/6").containsEntry("Content-Length", "2");
    }

    @Test
    void aRangeOfOtherContentIsTheWhole() {
        Response answer = answer(LETTERS, get(Map.of("Range", "bytes=2-3", "If-Range", "\"other\"")));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(opened).containsExactly(new ByteRange(0, 5));
    }

    @Test
    void aRangeOutsideIsRefusedWithTheSize() {
        assertThatThrownBy(() -> answer(LETTERS, get(Map.of("Range", "bytes=6-"))))
                .isInstanceOfSatisfying(ServiceException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.RANGE_NOT_SATISFIABLE);
                    assertThat(refused.details()).isEqualTo(Map.of("size", 6L));
                });
        assertThat(opened).isEmpty();
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        Response answer = answer(LETTERS, get(Map.of("If-None-Match", TAG, "Range", "bytes=2-3")));
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.hasEntity()).isFalse();
        assertThat(headers(answer)).containsOnlyKeys(
                "ETag", "Last-Modified", "Accept-Ranges", "Cache-Control", "Vary", "Content-Security-Policy");
        assertThat(opened).isEmpty();
    }

    @Test
    void aConditionThatDoesNotHoldIsRefused() {
        assertThatThrownBy(() -> answer(LETTERS, get(Map.of("If-Match", "\"other\""))))
                .isInstanceOfSatisfying(ServiceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
    }

    @Test
    void anEmptyContentNeedsNoSourceAndHasNoRanges() throws IOException {
        Response answer = answer(NOTHING, get(Map.of()));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(body(answer)).isEmpty();
        assertThat(headers(answer)).containsEntry("Content-Length", "0")
                .doesNotContainKeys("Last-Modified", "Cache-Control", "Vary", "Content-Disposition");
        assertThat(opened).isEmpty();
        assertThatThrownBy(() -> answer(NOTHING, get(Map.of("Range", "bytes=0-"))))
                .isInstanceOf(ServiceException.class);
    }

    @Test
    void headIsToldOfTheWholeAndOpensNothing() {
        Map<String, String> all = headers(answer(LETTERS, get(Map.of())));
        opened.clear();
        Response answer = answer(LETTERS, request(HttpMethod.HEAD, Map.of("Range", "bytes=2-3")));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(headers(answer)).isEqualTo(all);
        assertThat(answer.hasEntity()).isFalse();
        assertThat(opened).isEmpty();
        assertThat(answer(LETTERS, request(HttpMethod.HEAD, Map.of("If-None-Match", TAG))).getStatus()).isEqualTo(304);
    }

    private Response answer(Representation content, HttpServerRequest request) {
        return ContentAnswer.of(content, request, range -> {
            opened.add(range);
            return new ByteArrayInputStream("abcdef".getBytes(), (int) range.first(), (int) range.length());
        });
    }

    private static HttpServerRequest get(Map<String, String> headers) {
        return request(HttpMethod.GET, headers);
    }

    private static HttpServerRequest request(HttpMethod method, Map<String, String> headers) {
        return StubRequest.of(method, MultiMap.caseInsensitiveMultiMap().addAll(headers));
    }

    private static String body(Response answer) throws IOException {
        return new String(((InputStream) answer.getEntity()).readAllBytes());
    }

    private static Map<String, String> headers(Response answer) {
        return answer.getHeaders().keySet().stream()
                .collect(Collectors.toMap(name -> name, answer::getHeaderString));
    }
}
