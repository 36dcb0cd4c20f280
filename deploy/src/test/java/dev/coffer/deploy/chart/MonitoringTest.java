package dev.coffer.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an operator sees. */
class MonitoringTest {
    private static final String MONITORING = "networkPolicy: {monitoring: [{namespaceSelector: {}}]}\n";

    @Promise("`serviceMonitor.enabled` has Prometheus read `/q/metrics` of all services.")
    void serviceMonitor() {
        Release release = Chart.release(MONITORING + "serviceMonitor: {enabled: true, labels: {release: prometheus}}");
        Manifest monitor = release.the("ServiceMonitor", "coffer");
        assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(monitor.at("/spec/endpoints").toString())
                .isEqualTo("[{\"port\":\"management\",\"path\":\"/q/metrics\",\"interval\":\"30s\"}]");
        assertThat(monitor.at("/spec/selector/matchExpressions/0/values").toString())
                .isEqualTo("[\"asset\",\"blob\",\"files\",\"userdata\"]");
        for (Manifest service : release.all("Service")) {
            monitor.at("/spec/selector/matchLabels").propertyStream().forEach(label -> assertThat(
                    service.at("/metadata/labels").path(label.getKey())).isEqualTo(label.getValue()));
        }
        assertThat(Chart.release().all("ServiceMonitor")).isEmpty();
    }

    @Promise("`prometheusRule.enabled` brings the alerts of `alerts/`, and `extraGroups`.")
    void alerts() throws IOException {
        Release release = Chart.release("""
                prometheusRule: {enabled: true, extraGroups: [{name: mine, rules: [{alert: Mine, expr: up == 0}]}]}
                """);
        assertThat(release.the("PrometheusRule", "coffer").at("/spec/groups").findValuesAsText("name"))
                .contains("coffer-availability").endsWith("mine");
        // What Prometheus fills in stays as it is.
        assertThat(release.the("PrometheusRule", "coffer").json().toString()).contains("{{ $labels.");
        assertThat(Chart.release().all("PrometheusRule")).isEmpty();
    }

    @Promise("`dashboards.enabled` makes a ConfigMap of each file in `dashboards/`, by whose labels Grafana finds it.")
    void dashboards() throws IOException {
        Release release = Chart.release("dashboards: {enabled: true}");
        List<Manifest> found = release.all("ConfigMap").stream()
                .filter(map -> map.at("/metadata/labels/grafana_dashboard").asText().equals("1")).toList();
        try (Stream<Path> files = Files.list(Chart.DIRECTORY.resolve("dashboards"))) {
            List<Path> dashboards = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(found).hasSameSizeAs(dashboards).isNotEmpty();
            for (Path dashboard : dashboards) {
                String name = dashboard.getFileName().toString();
                String text = release.the("ConfigMap", "coffer-dashboard-" + name.replace(".json", "")).at("/data")
                        .path(name).asText();
                assertThat(new ObjectMapper().readTree(text))
                        .isEqualTo(new ObjectMapper().readTree(dashboard.toFile()));
            }
        }
        assertThat(Chart.release().all("ConfigMap")).hasSize(4);
    }
}
