package dev.coffer.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.acceptance.monitoring.PromQl.Selector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {
    @Test
    void metricsTheirLabelsAndGroupingsAreFound() {
        PromQl query = PromQl.parse("""
                topk(10, sum by (service, le) (rate(requests_bucket{uri=~"/a.*", status!="{x}"}[5m]))
                  / on (service) max_over_time(size[1h]) > 0.5) or vector(0)""");
        assertThat(query.selectors()).containsExactly(
                new Selector("requests_bucket", Map.of("uri", "=~/a.*", "status", "!={x}")),
                new Selector("size", Map.of()));
        assertThat(query.groupings()).containsExactly("le", "service");
        assertThat(query.grouped()).isTrue();
        assertThat(PromQl.parse("up == 0")).isEqualTo(
                new PromQl(List.of(new Selector("up", Map.of())), Set.of(), false));
    }

    @Test
    void whatIsNoQueryIsRefused() {
        assertThatThrownBy(() -> PromQl.parse("up $ down")).hasMessageContaining("$ down");
        assertThatThrownBy(() -> PromQl.parse("1 + 1")).hasMessageContaining("no metric");
    }
}
