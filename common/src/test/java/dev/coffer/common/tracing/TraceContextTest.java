package dev.coffer.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What W3C Trace Context, level 1, says of the header {@code traceparent}. */
class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @CsvSource({
        "00-" + TRACE + "-" + SPAN + "-01, true", "00-" + TRACE + "-" + SPAN + "-00, false",
        "00-" + TRACE + "-" + SPAN + "-03, true", "00-" + TRACE + "-" + SPAN + "-fe, false",
        "01-" + TRACE + "-" + SPAN + "-01, true", "cc-" + TRACE + "-" + SPAN + "-01-what the future will be like, true"
    })
    void takesWhatIsValid(String header, boolean sampled) {
        assertThat(TraceContext.parse(header)).contains(new TraceContext(TRACE, SPAN, sampled));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
        "", "00", TRACE, "00-" + TRACE + "-" + SPAN, "00-" + TRACE + "-" + SPAN + "-",
        "00-" + TRACE + "-" + SPAN + "-0",
        "00-" + TRACE + "-" + SPAN + "-01-", "00-" + TRACE + "-" + SPAN + "-01-more",
        "00-" + TRACE + "-" + SPAN + "-010",
        "cc-" + TRACE + "-" + SPAN + "-01.what", "ff-" + TRACE + "-" + SPAN + "-01", "0-" + TRACE + "-" + SPAN + "-01",
        "0x-" + TRACE + "-" + SPAN + "-01", ".0-" + TRACE + "-" + SPAN + "-01", "00-" + TRACE + "-" + SPAN + "-0x",
        "00-00000000000000000000000000000000-" + SPAN + "-01", "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01", "00-" + TRACE + "-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-" + SPAN + "-010", "00-" + TRACE + "_" + SPAN + "-01",
        " 00-" + TRACE + "-" + SPAN + "-01", "00-" + TRACE + "-" + SPAN + "-01 ",
        "00-\u0663bf92f3577b34da6a3ce929d0e0e473-" + SPAN + "-01"
    })
    void takesNothingElse(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @Test
    void aChildIsOfTheSameTrace() {
        TraceContext parent = new TraceContext(TRACE, SPAN, true);
        TraceContext child = parent.child();
        assertThat(child.traceId()).isEqualTo(TRACE);
        assertThat(child.sampled()).isTrue();
        assertThat(child.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN).isNotEqualTo(parent.child().spanId());
        assertThat(TraceContext.parse(child.header())).contains(child);
    }

    @Test
    void whatBeginsHereIsNotSampled() {
        TraceContext begun = TraceContext.begun(TRACE);
        assertThat(begun.header()).startsWith("00-" + TRACE + "-").endsWith("-00");
        assertThat(TraceContext.parse(begun.header())).contains(begun);
    }
}
