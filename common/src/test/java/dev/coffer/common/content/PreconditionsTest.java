package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.bodies.StubRequest;
import dev.coffer.common.error.ServiceException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
    private static final String TAG = "\"abc\"";
    private static final Instant MODIFIED = Instant.parse("2026-01-03T04:05:06.789Z");

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "*", "\"x\", \"abc\"", "\"abc\",\"x\""})
    void ifMatchHolds(String header) {
        assertThatCode(() -> with("If-Match", header).checkWrite(Optional.of(TAG))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"abc\"", "abc", "\"abcd\""})
    void ifMatchOfOtherContentIsRefused(String header) {
        assertThatThrownBy(() -> with("If-Match", header).checkWrite(Optional.of(TAG)))
                .isInstanceOf(ServiceException.class);
    }

    @Test
    void ifMatchOfNothingIsRefused() {
        assertThatThrownBy(() -> with("If-Match", "*").checkWrite(Optional.empty()))
                .isInstanceOf(ServiceException.class);
    }

    @Test
    void ifNoneMatchLetsOnlyTheFirstWritePass() {
        Preconditions first = with("If-None-Match", "*");
        assertThatCode(() -> first.checkWrite(Optional.empty())).doesNotThrowAnyException();
        assertThatThrownBy(() -> first.checkWrite(Optional.of(TAG))).isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "If-None-Match | \"abc\" | true",
        "If-None-Match | W/\"abc\" | true",
        "If-None-Match | \"other\" | false",
        "If-Modified-Since | Sat, 03 Jan 2026 04:05:06 GMT | true",
        "If-None-Match | * | true",
        "If-None-Match | \"a,b\", \"abc\" | true",
        "If-None-Match | \"a,\"abc\",b\" | false",
        "If-Modified-Since | Sat, 3 Jan 2026 04:05:05 GMT | false",
        "If-Modified-Since | Saturday, 03-Jan-26 04:05:06 GMT | true",
        "If-Modified-Since | Saturday, 03-Jan-26 04:05:05 GMT | false",
        "If-Modified-Since | Sat Jan  3 04:05:06 2026 | true",
        "If-Modified-Since | Sat Jan  3 04:05:05 2026 | false",
        "If-Modified-Since | Sat, 03 Jan 2026 04:05:06 PST | false",
        "If-Modified-Since | Mon, 03 Jan 2026 04:05:06 GMT | false",
        "If-Modified-Since | yesterday | false"
    })
    void aKnownContentIsNotSentAgain(String name, String value, boolean known) {
        assertThat(with(name, value).notModified(TAG, MODIFIED)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "If-Match | \"other\"", "If-Unmodified-Since | Sat, 03 Jan 2026 04:05:05 GMT"
    })
    void aReadOfWhatHasChangedIsRefused(String name, String value) {
        assertThatThrownBy(() -> with(name, value).notModified(TAG, MODIFIED)).isInstanceOf(ServiceException.class);
    }

    @Test
    void aRangeOfOtherContentIsIgnored() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Range", "bytes=1-2");
        assertThat(of(headers).range(TAG, MODIFIED)).isEqualTo("bytes=1-2");
        assertThat(of(headers.set("If-Range", TAG)).range(TAG, MODIFIED)).isEqualTo("bytes=1-2");
        assertThat(of(headers.set("If-Range", "W/" + TAG)).range(TAG, MODIFIED)).isNull();
        assertThat(of(headers.set("If-Range", "\"other\"")).range(TAG, MODIFIED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sat, 03 Jan 2026 04:05:06 GMT", "Saturday, 03-Jan-26 04:05:06 GMT", "Sat Jan  3 04:05:06 2026"})
    void aDateNamesAContentThatIsOlderThanASecond(String date) {
        assertThat(at(MODIFIED.plusSeconds(1), date).range(TAG, MODIFIED)).isEqualTo("bytes=1-2");
        assertThat(at(MODIFIED.plusMillis(999), date).range(TAG, MODIFIED)).isNull();
        assertThat(at(MODIFIED.plusSeconds(9), date).range(TAG, MODIFIED.plusSeconds(1))).isNull();
        assertThat(at(MODIFIED.plusSeconds(9), date).range(TAG, null)).isNull();
    }

    @Test
    void severalRangeHeadersAreNone() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Range", "bytes=1-2").add("Range", "bytes=3-4");
        assertThat(of(headers).range(TAG, MODIFIED)).isNull();
    }

    private static Preconditions at(Instant now, String ifRange) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Range", "bytes=1-2").add("If-Range", ifRange);
        return new Preconditions(StubRequest.of(HttpMethod.GET, headers), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Preconditions with(String name, String value) {
        return of(MultiMap.caseInsensitiveMultiMap().add(name, value));
    }

    private static Preconditions of(MultiMap headers) {
        return new Preconditions(StubRequest.of(HttpMethod.GET, headers));
    }
}
