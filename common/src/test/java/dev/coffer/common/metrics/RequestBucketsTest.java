package dev.coffer.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class RequestBucketsTest {
    @Test
    void methodsOfTheClientsInventionMakeNoMetrics() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        meters.config().meterFilter(new RequestBuckets());
        for (int i = 0; i < 100; i++) {
            meters.timer("http.server.requests", "method", "X" + i, "uri", "/api/users").record(() -> {});
        }
        meters.timer("http.server.requests", "method", "GET", "uri", "/api/users").record(() -> {});
        meters.counter("coffer.of.others", "method", "X").increment();
        assertThat(meters.getMeters()).extracting(meter -> meter.getId().getTag("method"))
                .containsOnly("GET", "X");
    }
}
