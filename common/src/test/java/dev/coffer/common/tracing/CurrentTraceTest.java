package dev.coffer.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurrentTraceTest {
    private final RequestTrace trace = RequestTrace.of(List.of(), List.of());

    static Stream<Supplier<ExecutorService>> threads() {
        return Stream.of(Executors::newVirtualThreadPerTaskExecutor, Executors::newSingleThreadExecutor);
    }

    @ParameterizedTest
    @MethodSource("threads")
    void anotherThreadWorksForTheSameRequest(Supplier<ExecutorService> threads) throws Exception {
        try (ExecutorService other = threads.get()) {
            other.submit(() -> {}).get();
            AtomicReference<Callable<Optional<RequestTrace>>> carried = new AtomicReference<>();
            CurrentTrace.during(trace, () -> carried.set(CurrentTrace.carried(CurrentTrace::get)));
            assertThat(other.submit(carried.get()).get()).contains(trace);
            assertThat(other.submit(CurrentTrace::get).get()).isEmpty();
        }
    }

    @Test
    void afterwardsItIsAsBefore() {
        RequestTrace inner = RequestTrace.of(List.of(), List.of());
        CurrentTrace.during(trace, () -> {
            CurrentTrace.during(inner, () -> assertThat(CurrentTrace.get()).contains(inner));
            assertThat(CurrentTrace.get()).contains(trace);
        });
        assertThat(CurrentTrace.get()).isEmpty();
        assertThatThrownBy(() -> CurrentTrace.during(trace, () -> {
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        assertThat(CurrentTrace.get()).isEmpty();
    }

    @Test
    void anotherServiceIsTold() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost/"));
        CurrentTrace.addTo(request);
        assertThat(request.build().headers().map()).isEmpty();
        CurrentTrace.during(trace, () -> CurrentTrace.addTo(request));
        assertThat(request.build().headers().firstValue("X-Request-Id")).contains(trace.requestId());
        assertThat(request.build().headers().firstValue("traceparent")).contains(trace.context().header());
    }
}
