package dev.coffer.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String OURS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "1-2_3.4:5/6+7=8@9", "f058ebd6-02f7-4d3f-942e-904344e8cde5"})
    void anIdOfTheClientIsTaken(String id) {
        assertThat(RequestTrace.of(List.of(id), List.of()).requestId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "a b", "a\nb", "a\r\n2026-01-01 ERROR", "a\tb", "a\u001b[31m", "a]b", "a[b", "a\"b", "a'b", "a<b",
        "a,b", "a;b", "a\\b",
        "%0a", "${jndi:x}", "ü", "\u2028", "\u0000", "a\u007f"
    })
    void whatCouldForgeALineOfTheLogIsReplaced(String id) {
        assertThat(RequestTrace.of(List.of(id), List.of()).requestId()).matches(OURS);
    }

    @Test
    void theLongestIdHas128Characters() {
        assertThat(RequestTrace.of(List.of("x".repeat(128)), List.of()).requestId()).hasSize(128);
        assertThat(RequestTrace.of(List.of("x".repeat(129)), List.of()).requestId()).matches(OURS);
    }

    @Test
    void twoIdsOrTracesAreNone() {
        RequestTrace trace = RequestTrace.of(List.of("a", "b"), List.of(TRACEPARENT, TRACEPARENT));
        assertThat(trace.requestId()).matches(OURS);
        assertThat(trace.context().traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aTraceOfTheClientGoesOnAndIsTheIdWhereThereIsNoOther() {
        RequestTrace trace = RequestTrace.of(List.of(), List.of(TRACEPARENT));
        assertThat(trace.context().header()).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(trace.requestId()).isEqualTo("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
        assertThat(RequestTrace.of(List.of("mine"), List.of(TRACEPARENT)).requestId()).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"})
    void anInvalidTraceIsReplacedAndTheIdKept(String traceparent) {
        RequestTrace trace = RequestTrace.of(List.of("mine"), List.of(traceparent));
        assertThat(trace.requestId()).isEqualTo("mine");
        assertThat(TraceContext.parse(trace.context().header())).isPresent();
        assertThat(trace.context().traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void ourIdIsThatOfTheTrace() {
        RequestTrace trace = RequestTrace.of(List.of(), List.of());
        assertThat(trace.requestId()).matches(OURS);
        assertThat(trace.requestId().replace("-", "")).isEqualTo(trace.context().traceId());
        assertThat(UUID.fromString(trace.requestId()).version()).isEqualTo(4);
        assertThat(trace).isNotEqualTo(RequestTrace.of(List.of(), List.of()));
    }

    @Test
    void whatWasKeptOrToldByAnEventGoesOn() {
        RequestTrace resumed = RequestTrace.resumed("mine", TRACEPARENT);
        assertThat(resumed.requestId()).isEqualTo("mine");
        assertThat(resumed.context().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(RequestTrace.resumed(null, null).requestId()).matches(OURS);
        assertThat(RequestTrace.ofEvent(TRACEPARENT).requestId()).isEqualTo("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
        assertThat(RequestTrace.ofEvent(null).requestId()).matches(OURS);
    }
}
