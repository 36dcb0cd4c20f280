package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.util.List;

/** What the pods of the services are like. */
class PodsTest {
    @Promise("Pods are not root, have no capability, no token of the API server and a read-only root file system, under the seccomp profile of the runtime.")
    void hardened() {
        for (Manifest workload : Chart.release().workloads()) {
            assertThat(workload.pod().at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(workload.pod().at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(workload.pod().path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(workload.containers()).isNotEmpty().allSatisfy(container -> {
                JsonNode context = container.path("securityContext");
                assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
                assertThat(context.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
            });
        }
        // Pod Security "restricted" takes the trial, too.
        assertThat(Chart.releaseOf("values-quickstart.yaml").workloads()).hasSize(10).allSatisfy(workload -> {
            assertThat(workload.pod().at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(workload.pod().at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(workload.containers()).allSatisfy(container -> {
                assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
                assertThat(container.at("/securityContext/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
            });
        });
    }

    @Promise("No uid is fixed, so that OpenShift can choose one.")
    void anyUid() {
        assertThat(Chart.release().workloads()).allSatisfy(workload -> assertThat(workload.pod().toString())
                .doesNotContain("runAsUser", "runAsGroup", "fsGroup"));
        assertThat(Chart.release("defaults: {podSecurityContext: {fsGroup: 1000}}").deployment("blob").pod()
                .path("securityContext").toString())
                .contains("\"fsGroup\":1000", "\"runAsNonRoot\":true", "RuntimeDefault");
    }

    @Promise("A pod writes to `/tmp` only, which holds `tmpSize`.")
    void temporaryFiles() {
        Manifest deployment = Chart.release("services: {files: {tmpSize: 3Gi}}").deployment("files");
        assertThat(deployment.container().path("volumeMounts").valueStream()
                .filter(mount -> !mount.path("readOnly").asBoolean()).map(mount -> mount.path("mountPath").asText()))
                .containsExactly("/tmp");
        assertThat(Manifest.named(deployment.pod().path("volumes"), "tmp").at("/emptyDir/sizeLimit").asText())
                .isEqualTo("3Gi");
    }

    @Promise("Start, life and readiness have probes of their own on the port of the management, and none gives up in less than five seconds.")
    void probes() {
        JsonNode container = Chart.release("defaults: {probes: {startup: {failureThreshold: 99}}}").deployment("blob")
                .container();
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("management");
            assertThat(container.path(probe).path("timeoutSeconds").asInt()).isGreaterThanOrEqualTo(5);
        }
        assertThat(container.at("/startupProbe/failureThreshold").asInt()).isEqualTo(99);
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(Chart.refusal("defaults: {probes: {liveness: {timeoutSeconds: 4}}}"))
                .contains("/defaults/probes/liveness/timeoutSeconds").contains("5");
    }

    @Promise("A pod that ends is left alone for `shutdown.preStopSeconds`, asks its clients for new connections for `shutdown.delaySeconds`, then has `shutdown.graceSeconds`, and is killed ten seconds later at the earliest.")
    void shutdown() {
        Release release = Chart.release("shutdown: {preStopSeconds: 7, delaySeconds: 5, graceSeconds: 60}");
        for (String service : SERVICES) {
            Manifest deployment = release.deployment(service);
            assertThat(deployment.container().at("/lifecycle/preStop/sleep/seconds").asInt()).isEqualTo(7);
            assertThat(release.settings(service))
                    .containsEntry("quarkus.shutdown.delay", "5s")
                    .containsEntry("quarkus.shutdown.timeout", "60s");
            assertThat(deployment.pod().path("terminationGracePeriodSeconds").asInt()).isEqualTo(82);
        }
    }

    @Promise("During an update a service never has fewer pods than before.")
    void updates() {
        assertThat(Chart.release().all("Deployment")).hasSize(4)
                .allSatisfy(deployment -> assertThat(deployment.at("/spec/strategy").toString()).isEqualTo(
                        "{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}}"));
    }

    @Promise("The pods of a service are spread over zones and nodes.")
    void spread() {
        Manifest deployment = Chart.releaseOf("values-production.yaml").deployment("blob");
        JsonNode constraints = deployment.pod().path("topologySpreadConstraints");
        assertThat(constraints.findValuesAsText("topologyKey"))
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        assertThat(constraints).allSatisfy(constraint -> {
            assertThat(constraint.path("whenUnsatisfiable").asText()).isEqualTo("DoNotSchedule");
            assertThat(constraint.at("/labelSelector/matchLabels"))
                    .isEqualTo(deployment.at("/spec/selector/matchLabels"));
        });
        assertThat(
                Chart.release().deployment("blob").pod().at("/topologySpreadConstraints/0/whenUnsatisfiable").asText())
                .isEqualTo("ScheduleAnyway");
    }

    @Promise("`priorityClassName`, `nodeSelector`, `tolerations`, `affinity`, `podAnnotations`, `podLabels` and `resources` are those of the pods.")
    void scheduling() {
        Manifest deployment = Chart.release("""
                defaults:
                  priorityClassName: high
                  nodeSelector: {disk: fast}
                  tolerations: [{key: gpu}]
                  affinity: {nodeAffinity: {a: b}}
                  podAnnotations: {note: x}
                  podLabels: {team: z}
                  resources: {limits: {memory: 7Gi}}
                """).deployment("asset");
        assertThat(deployment.pod().path("priorityClassName").asText()).isEqualTo("high");
        assertThat(deployment.pod().at("/nodeSelector/disk").asText()).isEqualTo("fast");
        assertThat(deployment.pod().at("/tolerations/0/key").asText()).isEqualTo("gpu");
        assertThat(deployment.pod().at("/affinity/nodeAffinity/a").asText()).isEqualTo("b");
        assertThat(deployment.at("/spec/template/metadata/annotations/note").asText()).isEqualTo("x");
        assertThat(deployment.at("/spec/template/metadata/labels/team").asText()).isEqualTo("z");
        assertThat(deployment.container().at("/resources/limits/memory").asText()).isEqualTo("7Gi");
        assertThat(deployment.container().at("/resources/requests/memory").asText()).isEqualTo("640Mi");
    }

    @Promise("`extraEnv`, `extraVolumes`, `extraVolumeMounts`, `initContainers` and `extraContainers` are added, and may be templates.")
    void extras() {
        Manifest deployment = Chart.release("""
                services:
                  blob:
                    extraEnv: [{name: RELEASE, value: '{{ .Release.Name }}'}]
                    extraVolumes: [{name: extra, configMap: {name: '{{ .Release.Name }}-extra'}}]
                    extraVolumeMounts: [{name: extra, mountPath: /extra}]
                    initContainers: [{name: before, image: 'before:{{ .Chart.AppVersion }}'}]
                    extraContainers: [{name: beside, image: 'beside:{{ .Chart.AppVersion }}'}]
                """).deployment("blob");
        assertThat(Manifest.named(deployment.container().path("env"), "RELEASE").path("value").asText())
                .isEqualTo("coffer");
        assertThat(Manifest.named(deployment.pod().path("volumes"), "extra").at("/configMap/name").asText())
                .isEqualTo("coffer-extra");
        assertThat(Manifest.named(deployment.container().path("volumeMounts"), "extra").path("mountPath").asText())
                .isEqualTo("/extra");
        assertThat(deployment.containers()).map(container -> container.path("name").asText())
                .containsExactly("before", "blob", "beside");
        assertThat(deployment.containers()).map(container -> container.path("image").asText())
                .noneMatch(image -> image.contains("{{"));
    }

    @Promise("Kubernetes makes no variables of Services, which would be read as settings.")
    void noServiceLinks() {
        assertThat(Chart.releaseOf("values-quickstart.yaml").workloads()).allSatisfy(
                workload -> assertThat(workload.pod().path("enableServiceLinks").asBoolean(true)).isFalse());
    }

    @Promise("Each service has a ServiceAccount of its own, unless `serviceAccount` names another one.")
    void serviceAccounts() {
        Release release = Chart.release("""
                services:
                  files: {serviceAccount: {create: false, name: theirs}}
                  blob: {serviceAccount: {annotations: {role: s3}}}
                """);
        assertThat(release.all("ServiceAccount")).map(Manifest::name)
                .containsExactlyInAnyOrder("coffer-asset", "coffer-blob", "coffer-userdata");
        assertThat(release.deployment("files").pod().path("serviceAccountName").asText()).isEqualTo("theirs");
        assertThat(release.deployment("blob").pod().path("serviceAccountName").asText()).isEqualTo("coffer-blob");
        assertThat(release.the("ServiceAccount", "coffer-blob").at("/metadata/annotations/role").asText())
                .isEqualTo("s3");
    }
}
