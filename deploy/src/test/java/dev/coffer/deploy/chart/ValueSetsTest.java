package dev.coffer.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.LintResult;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.KubernetesModel;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether Helm and Kubernetes take what the chart makes, of its own sets of values and with everything switched on. */
class ValueSetsTest {
    private static final String EVERYTHING = """
            commonLabels: {team: storage}
            commonAnnotations: {cost: "7"}
            global: {imageRegistry: mirror.example.com, imagePullSecrets: [pull]}
            caCertificates: [{secret: a, key: ca.crt}, {configMap: b, key: bundle.pem}]
            proxy: {host: proxy.example.com}
            ipFamilies: {policy: PreferDualStack, families: [IPv6, IPv4]}
            database: {maxConnections: 1000}
            ingress: {enabled: true, className: nginx, tlsSecret: tls, annotations: {a: b}}
            networkPolicy:
              edge: [{namespaceSelector: {}}]
              monitoring: [{podSelector: {}}]
              egress: {enabled: true, rules: [{ports: [{port: 5432}]}]}
            serviceMonitor: {enabled: true}
            prometheusRule: {enabled: true, extraGroups: [{name: mine, rules: [{alert: A, expr: up}]}]}
            dashboards: {enabled: true}
            test: {throughEdge: true}
            migrations: {job: true}
            extraObjects: ['{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}}']
            defaults:
              priorityClassName: high
              nodeSelector: {disk: fast}
              tolerations: [{key: a, operator: Exists}]
              affinity: {nodeAffinity: {}}
              podLabels: {a: b}
              podAnnotations: {a: b}
              podSecurityContext: {fsGroup: 1000}
              extraEnv: [{name: A, value: b}]
              extraVolumes: [{name: v, emptyDir: {}}]
              extraVolumeMounts: [{name: v, mountPath: /v}]
              initContainers: [{name: i, image: i}]
              extraContainers: [{name: c, image: c}]
            services:
              asset: {autoscaling: {type: hpa, behavior: {scaleDown: {stabilizationWindowSeconds: 60}}}}
              blob: {autoscaling: {type: keda, triggers: [{type: cron, metadata: {timezone: UTC}}]}}
            """;

    static Stream<Release> releases() {
        return Stream.of(Chart.release(), Chart.releaseOf("values-production.yaml"),
                Chart.releaseOf("values-quickstart.yaml"), Chart.release(EVERYTHING),
                Chart.release("defaults: {autoscaling: {type: keda}}\ndatabase: {maxConnections: 1000}"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void kubernetesTakesEveryObject(Release release) {
        assertThat(release.manifests()).isNotEmpty().allSatisfy(KubernetesModel::check);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noTwoObjectsHaveOneName(Release release) {
        assertThat(release.manifests()).map(Manifest::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whatIsMountedIsThere(Release release) {
        for (Manifest workload : release.workloads()) {
            workload.containers().forEach(container -> container.path("volumeMounts").forEach(mount -> {
                String volume = mount.path("name").asText();
                assertThat(Stream.of("volumes").map(workload.pod()::path).flatMap(all -> all.valueStream())
                        .anyMatch(each -> each.path("name").asText().equals(volume))
                        || workload.at("/spec/volumeClaimTemplates/0/metadata/name").asText().equals(volume))
                        .as(workload + " mounts " + volume).isTrue();
            }));
        }
    }

    @Test
    void helmHasNothingToSayOfTheChart() throws IOException {
        LintResult result = Chart.lint();
        assertThat(result.isFailed()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @Test
    void theValuesHaveAtMost500Lines() throws IOException {
        assertThat(Files.readAllLines(Chart.DIRECTORY.resolve("values.yaml"))).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void theModelsRefuseWhatKubernetesWould() throws IOException {
        for (String wrong : new String[] {"""
                {"apiVersion":"apps/v1","kind":"Deployment","spec":{"template":{}}}
                """, """
                {"apiVersion":"v1","kind":"Service","spec":{"port":[]}}
                """, """
                {"apiVersion":"gateway.networking.k8s.io/v1","kind":"HTTPRoute","spec":{"rules":[{"match":[]}]}}
                """, """
                {"apiVersion":"monitoring.coreos.com/v1","kind":"ServiceMonitor","spec":{"endpoint":[]}}
                """, """
                {"apiVersion":"v2","kind":"Service"}
                """}) {
            Manifest manifest = new Manifest(new ObjectMapper().readTree(wrong));
            assertThatThrownBy(() -> KubernetesModel.check(manifest)).as(wrong).isInstanceOf(AssertionError.class);
        }
    }
}
