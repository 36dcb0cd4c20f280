package dev.coffer.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of any shape costs no more than its limits, and its share of the heap. */
class JsonReaderTest {
    private final Json json = new Json();

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "0", "\"\"", "{\"a\":0}", "[[]]"})
    void aBodyHasAsManyTokensAsAllowedAndNoMore(String element) {
        assertRefused("[" + (element + ",").repeat(200_000) + "0]", ErrorCode.INVALID_BODY, "200000 values and names");
    }

    @Test
    void nothingOfWhatIsRefusedIsMade() {
        AtomicLong made = new AtomicLong();
        String body = "[" + "[],".repeat(150_000) + "0]";
        assertThatThrownBy(() -> json.reader.body(stream(body), parser -> made.incrementAndGet()))
                .isInstanceOf(ServiceException.class);
        assertThat(made).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[1]", "{\"a\":1} x", "{\"a\":1e99999999999}", "{\"a\":[[[[["})
    void aTextThatFitsNotIsNone(String text) {
        assertThat(json.reader.textIfFits(text, Map.class)).isEmpty();
    }

    @Test
    void aTextThatFitsTakesItsHeap() {
        assertThat(json.reader.textIfFits("{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}", Map.class)).isEmpty();
        assertThat(heldAfter()).isZero();
        assertThat(json.reader.textIfFits("{\"a\":" + "[".repeat(9) + "]".repeat(9) + "}", Map.class)).isPresent();
        assertThat(heldAfter()).isGreaterThan(20 * 80);
    }

    @Test
    void neitherDepthNorNumbersNorNamesAreWithoutEnd() {
        assertRefused("[".repeat(501) + "]".repeat(501), ErrorCode.INVALID_BODY, "nested at most 500 deep");
        assertRefused("[" + "1".repeat(1001) + "]", ErrorCode.INVALID_BODY, "numbers of at most 1000");
        assertRefused("{\"" + "n".repeat(10_001) + "\":1}", ErrorCode.INVALID_BODY, "names of at most 10000");
    }

    @Test
    void theHeapThatABodyMayNeedIsTakenUntilTheRequestEnds() throws Exception {
        String body = "[" + "{},".repeat(1000) + "0]";
        json.reader.body(stream(body), parser -> json.mapper.readValue(parser, JsonNode.class));
        long tokens = 2 * 1000 + 3;
        assertThat(heldAfter()).isBetween(tokens * 80, tokens * 80 + 3 * 8192);
        json.held.release();
        assertThat(heldAfter()).isZero();
    }

    @Test
    void bodiesOfOneTenantShareItsHeap() throws Exception {
        Json small = new Json("coffer.json.heap-share", "0.001", "coffer.json.wait-timeout", "1ms");
        String body = "[" + "[],".repeat((int) (small.budget.most() / 80 / 2 / 2)) + "0]";
        small.reader.body(stream(body), parser -> null);
        assertThatThrownBy(() -> small.reader.body(stream(body), parser -> null))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
                    assertThat(e.details()).containsKey("retry_after");
                });
    }

    @Test
    void aBodyThatNeedsMoreThanATenantMayHaveIsTooLarge() {
        Json small = new Json("coffer.json.heap-share", "0.0001");
        assertThatThrownBy(() -> small.reader.body(stream("[" + "[],".repeat(50_000) + "0]"), parser -> null))
                .isInstanceOfSatisfying(ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_TOO_LARGE));
    }

    @Test
    void aLongBodyWaitsForItsTurnAndAShortOneDoesNot() throws Exception {
        Json one = new Json("coffer.json.parsers", "1", "coffer.json.wait-timeout", "1ms");
        String longBody = "\"" + "x".repeat((int) JsonTurns.SHORT) + "\"";
        String shortBody = "\"x\"";
        one.reader.body(stream(longBody), parser -> {
            assertThatThrownBy(() -> one.reader.body(stream(longBody), other -> null))
                    .isInstanceOfSatisfying(ServiceException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            return one.reader.body(stream(shortBody), other -> null);
        });
        one.reader.body(stream(longBody), parser -> null);
    }

    @Test
    void aTextOfAFormIsHeldToTheSameLimits() throws Exception {
        assertThat(json.reader.text("field", "[1]", JsonNode.class).get(0).intValue()).isEqualTo(1);
        assertThatThrownBy(() -> json.reader.text("field", "[".repeat(600), JsonNode.class))
                .isInstanceOfSatisfying(ServiceException.class,
                        e -> assertThat(e.details()).containsEntry("field", "field"));
    }

    private long heldAfter() {
        return json.budget.used();
    }

    private void assertRefused(String body, ErrorCode code, String why) {
        assertThatThrownBy(() -> json.reader.body(stream(body),
                parser -> json.mapper.readValue(parser, JsonNode.class)))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.getMessage()).contains(why);
                });
        json.held.release();
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
