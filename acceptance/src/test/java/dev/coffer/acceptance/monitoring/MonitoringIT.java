package dev.coffer.acceptance.monitoring;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.monitoring.PromQl.Selector;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an operator sees of services that were under load: each query of the chart finds what it asks for. */
@Order(65)
class MonitoringIT {
    private static final Pattern DOCUMENTED = Pattern.compile("`(coffer_[a-z_]+?)(?:_total)?(?:\\{[^`]*})?`");
    /** What Prometheus itself adds, as the ServiceMonitor of the chart tells it to. */
    private static final Set<String> OF_TARGETS =
            Set.of("namespace", "pod", "endpoint", "instance", "job", "app_kubernetes_io_component");
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static Exported exported;

    @BeforeAll
    static void load() {
        Requires.that(!Environment.withPrefix("COFFER_MANAGEMENT_URL_").isEmpty(),
                "COFFER_MANAGEMENT_URL_ASSET and so on say where the services export what they measure");
        Multipart form = new Multipart().field("tags", "input").file(Payloads.png());
        Transfer.send(as(A).transfer("/api/assets").header("Content-Type", form.contentType()).POST(form.body()))
                .expect(201);
        as(A).cdf().created(Map.of("name", "monitored"));
        Transfer.send(as(A).transfer("/api/settings").GET()).expect(200);
        exported = Exported.now();
    }

    @Test
    void everyQueryOfADashboardFindsItsMetricsAndLabels() {
        assertThat(Query.ofDashboards()).hasSizeGreaterThan(25).allSatisfy(MonitoringIT::assertAnswered);
    }

    @Test
    void everyQueryOfAnAlertFindsItsMetricsAndLabels() {
        assertThat(Query.ofAlerts()).hasSizeGreaterThan(10).allSatisfy(MonitoringIT::assertAnswered);
    }

    @Test
    void everyMetricIsInTheListForOperators() throws IOException {
        Set<String> documented = DOCUMENTED.matcher(Files.readString(Path.of("..", "docs", "operations.md"))).results()
                .map(name -> name.group(1)).collect(Collectors.toSet());
        assertThat(exported.families().stream().filter(name -> name.startsWith("coffer_"))
                .map(name -> name.replaceFirst("_max$", "")))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(documented).containsAnyOf(name, name + "_max"));
    }

    private static void assertAnswered(Query query) {
        PromQl parsed = PromQl.parse(query.text());
        Set<String> labels = new TreeSet<>(OF_TARGETS);
        for (Selector selector : parsed.selectors()) {
            if (!OF_PROMETHEUS.contains(selector.metric())) {
                labels.addAll(assertExported(query, parsed, selector));
            }
        }
        assertThat(parsed.grouped() ? parsed.groupings() : labels)
                .as("labels that %s can show", query.place()).containsAll(query.shown());
    }

    /** Returns the labels of the metric. */
    private static Set<String> assertExported(Query query, PromQl parsed, Selector selector) {
        List<Map<String, String>> samples = exported.samples(selector.metric());
        assertThat(samples).as("%s, of %s", selector.metric(), query.place()).isNotEmpty();
        Set<String> labels = samples.stream().flatMap(sample -> sample.keySet().stream()).collect(Collectors.toSet());
        Stream.concat(selector.labels().keySet().stream(), parsed.groupings().stream())
                .filter(label -> !OF_TARGETS.contains(label))
                .forEach(label -> assertThat(labels).as("labels of %s, for %s", selector.metric(), query.place())
                        .contains(label));
        // The statuses of requests are as they come; what Coffer counts itself is there from the start.
        if (selector.metric().startsWith("coffer_")) {
            assertThat(samples).as("%s, of %s", selector, query.place()).anyMatch(sample -> fits(sample, selector));
        }
        return labels;
    }

    private static boolean fits(Map<String, String> sample, Selector selector) {
        return selector.labels().entrySet().stream()
                .filter(condition -> !OF_TARGETS.contains(condition.getKey()))
                .allMatch(condition -> {
                    String value = sample.getOrDefault(condition.getKey(), "");
                    String text = condition.getValue();
                    return text.startsWith("=~") ? value.matches(text.substring(2)) : text.equals("=" + value);
                });
    }
}
