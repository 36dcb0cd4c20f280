package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who reaches the services inside of the cluster. */
class NetworkTest {
    private static final String EDGE = "networkPolicy: {edge: [{namespaceSelector: {matchLabels: {edge: here}}}]}";
    private static final String MONITORING = "networkPolicy: {monitoring: [{podSelector: {matchLabels: {m: p}}}]}";

    @Promise("Each service has a Service with a port of its API, 8080, and one of its management, 9000.")
    void services() {
        Release release = Chart.release();
        assertThat(release.all("Service")).hasSize(4);
        for (String name : SERVICES) {
            Manifest service = release.the("Service", "coffer-" + name);
            assertThat(service.at("/spec/ports").findValuesAsText("port")).containsExactly("8080", "9000");
            assertThat(service.at("/spec/selector"))
                    .isEqualTo(release.deployment(name).at("/spec/selector/matchLabels"));
            assertThat(release.deployment(name).container().path("ports").toString()).isEqualTo(
                    "[{\"name\":\"http\",\"containerPort\":8080},{\"name\":\"management\",\"containerPort\":9000}]");
            assertThat(release.settings(name)).containsEntry("quarkus.http.port", "8080")
                    .containsEntry("quarkus.management.port", "9000");
        }
    }

    @Promise("`ipFamilies` are those of the Services.")
    void families() {
        Manifest service = Chart.release("ipFamilies: {policy: RequireDualStack, families: [IPv6, IPv4]}")
                .the("Service", "coffer-asset");
        assertThat(service.at("/spec/ipFamilyPolicy").asText()).isEqualTo("RequireDualStack");
        assertThat(service.at("/spec/ipFamilies").toString()).isEqualTo("[\"IPv6\",\"IPv4\"]");
        assertThat(Chart.release().the("Service", "coffer-asset").at("/spec/ipFamilies").isMissingNode()).isTrue();
    }

    @Promise("NetworkPolicies let in the edge, the services that call each other, and Prometheus at the port of the management.")
    void policies() {
        Release release = Chart.release(EDGE, MONITORING);
        Map<String, List<String>> callers = Map.of("asset", List.of(), "files", List.of(),
                "userdata", List.of("asset"), "blob", List.of("asset", "userdata", "files"));
        for (String service : SERVICES) {
            Manifest policy = release.the("NetworkPolicy", "coffer-" + service);
            assertThat(policy.at("/spec/podSelector")).isEqualTo(release.deployment(service).at("/spec/selector"));
            assertThat(policy.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\"]");
            JsonNode rules = policy.at("/spec/ingress");
            assertThat(rules).hasSize(3);
            assertThat(rules.at("/0/ports").toString()).isEqualTo("[{\"port\":\"http\"}]");
            assertThat(components(rules.at("/0/from"))).containsExactlyElementsOf(
                    Stream.concat(Stream.of("edge"), callers.get(service).stream()).toList());
            assertThat(rules.at("/0/from").toString())
                    .endsWith("{\"namespaceSelector\":{\"matchLabels\":{\"edge\":\"here\"}}}]");
            assertThat(components(rules.at("/1/from"))).containsExactly("test");
            assertThat(rules.at("/2").toString()).isEqualTo("{\"ports\":[{\"port\":\"management\"}],"
                    + "\"from\":[{\"podSelector\":{\"matchLabels\":{\"m\":\"p\"}}}]}");
        }
        assertThat(Chart.release("networkPolicy: {enabled: false}").all("NetworkPolicy")).isEmpty();
    }

    @Promise("An Ingress or HTTPRoute without `networkPolicy.edge`, and a ServiceMonitor without `networkPolicy.monitoring`, fail the installation.")
    void peersMustBeNamed() {
        assertThat(Chart.refusal("ingress: {enabled: true}")).contains("networkPolicy.edge must say where");
        assertThat(Chart.refusal("httpRoute: {enabled: true, parentRefs: [{name: a}]}"))
                .contains("networkPolicy.edge must say where");
        assertThat(Chart.refusal("serviceMonitor: {enabled: true}"))
                .contains("networkPolicy.monitoring must say where");
        assertThat(Chart.release("ingress: {enabled: true}\nserviceMonitor: {enabled: true}\n"
                + "networkPolicy: {enabled: false}").all("Ingress")).hasSize(1);
    }

    @Promise("With `networkPolicy.egress.enabled` the services reach DNS, each other and what `rules` say.")
    void egress() {
        Release release = Chart.release("""
                networkPolicy: {egress: {enabled: true, rules: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}}
                """);
        Map<String, List<String>> called = Map.of("asset", List.of("blob", "userdata"), "files", List.of("blob"),
                "userdata", List.of("blob"), "blob", List.of());
        for (String service : SERVICES) {
            JsonNode rules = release.the("NetworkPolicy", "coffer-" + service).at("/spec/egress");
            assertThat(rules.at("/0").toString()).isEqualTo(
                    "{\"ports\":[{\"port\":53,\"protocol\":\"UDP\"},{\"port\":53,\"protocol\":\"TCP\"}]}");
            assertThat(components(rules.path(1).path("to"))).isEqualTo(called.get(service));
            assertThat(rules.get(rules.size() - 1).toString())
                    .isEqualTo("{\"to\":[{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\"}}]}");
        }
        assertThat(Chart.refusal("networkPolicy: {egress: {enabled: true}}"))
                .contains("networkPolicy.egress.rules must allow PostgreSQL");
    }

    private static List<String> components(JsonNode peers) {
        return peers.findValuesAsText("app.kubernetes.io/component");
    }
}
