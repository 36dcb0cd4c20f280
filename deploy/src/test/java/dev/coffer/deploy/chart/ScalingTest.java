package dev.coffer.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.util.List;

/** How many pods a service has. */
class ScalingTest {
    private static final String HPA =
            "database: {maxConnections: 224}\nservices: {blob: {autoscaling: {type: hpa, maxReplicas: 4}}}";
    private static final String KEDA = """
            database: {maxConnections: 224}
            services:
              blob:
                autoscaling:
                  type: keda
                  maxReplicas: 4
                  behavior: {scaleDown: {stabilizationWindowSeconds: 60}}
                  triggers: [{type: prometheus, metadata: {query: 'up{release="{{ .Release.Name }}"}'}}]
            """;

    @Promise("With autoscaling a Deployment has no `replicas`, so that an upgrade does not undo it.")
    void noReplicas() {
        for (String values : List.of(HPA, KEDA)) {
            Release release = Chart.release(values);
            assertThat(release.deployment("blob").at("/spec/replicas").isMissingNode()).isTrue();
            assertThat(release.deployment("asset").at("/spec/replicas").asInt()).isEqualTo(2);
        }
    }

    @Promise("`autoscaling.type` `hpa` makes a HorizontalPodAutoscaler on the processor.")
    void horizontalPodAutoscaler() {
        Release release = Chart.release(HPA);
        assertThat(release.all("HorizontalPodAutoscaler")).map(Manifest::name).containsExactly("coffer-blob");
        assertThat(release.the("HorizontalPodAutoscaler", "coffer-blob").at("/spec").toString()).isEqualTo(
                """
                {"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"coffer-blob"},\
                "minReplicas":2,"maxReplicas":4,"metrics":[{"type":"Resource","resource":{"name":"cpu",\
                "target":{"type":"Utilization","averageUtilization":70}}}]}""");
        assertThat(Chart.release().all("HorizontalPodAutoscaler")).isEmpty();
        assertThat(Chart.refusal(HPA, "services: {blob: {resources: {requests: {cpu: null}}}}"))
                .contains("services.blob is scaled by its processor, which takes resources.requests.cpu");
    }

    @Promise("`autoscaling.type` `keda` makes a ScaledObject on the processor and on `triggers`.")
    void scaledObject() {
        Release release = Chart.release(KEDA);
        assertThat(release.all("HorizontalPodAutoscaler")).isEmpty();
        assertThat(release.the("ScaledObject", "coffer-blob").at("/spec").toString()).isEqualTo(
                """
                {"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"coffer-blob"},\
                "minReplicaCount":2,"maxReplicaCount":4,"advanced":{"horizontalPodAutoscalerConfig":{"behavior":\
                {"scaleDown":{"stabilizationWindowSeconds":60}}}},"triggers":[{"type":"cpu",\
                "metricType":"Utilization","metadata":{"value":"70"}},{"metadata":{"query":\
                "up{release=\\"coffer\\"}"},"type":"prometheus"}]}""");
    }

    @Promise("`triggers` without KEDA, and more pods at least than at most, fail the installation.")
    void wrongScaling() {
        assertThat(Chart.refusal("services: {blob: {autoscaling: {type: hpa, triggers: [{type: cron}]}}}"))
                .contains("services.blob.autoscaling.triggers are for KEDA: set autoscaling.type to keda, or remove");
        assertThat(Chart.refusal("services: {blob: {autoscaling: {type: hpa, minReplicas: 7}}}"))
                .contains("services.blob.autoscaling.minReplicas (7) is above maxReplicas (6): lower it");
    }

    @Promise("Pools that could open more connections than `database.maxConnections` fail the installation.")
    void connections() {
        // Three services of (2 + 1) pods, one of (4 + 1), with 16 connections each.
        assertThat(Chart.refusal(HPA, "database: {maxConnections: 223}"))
                .contains("The pools could open 224 connections, but database.maxConnections is 223: raise");
        assertThat(Chart.release(HPA).all("Deployment")).hasSize(4);
        // In pods of its own size, as the service compares them with what PostgreSQL has.
        assertThat(Chart.release(HPA, "services: {blob: {database: {poolSize: 15}}}").settings("blob"))
                .containsEntry("coffer.replicas.max", "15").containsEntry("coffer.replicas.services", "1");
        assertThat(Chart.refusal("services: {blob: {database: {poolSize: 80}}}")).contains("could open 384");
    }

    @Promise("One pod of a service at a time may be taken away by a drain; a service with one pod does not hold up any.")
    void drains() {
        Release release =
                Chart.release("services: {files: {replicas: 1}, userdata: {podDisruptionBudget: {enabled: false}}}");
        assertThat(release.all("PodDisruptionBudget")).map(Manifest::name)
                .containsExactlyInAnyOrder("coffer-asset", "coffer-blob");
        Manifest budget = release.the("PodDisruptionBudget", "coffer-blob");
        assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        assertThat(budget.at("/spec/selector")).isEqualTo(release.deployment("blob").at("/spec/selector"));
        assertThat(Chart.release("services: {files: {replicas: 1, autoscaling: {type: hpa, maxReplicas: 2}}}")
                .all("PodDisruptionBudget")).hasSize(4);
        assertThat(Chart.refusal("defaults: {podDisruptionBudget: {maxUnavailable: 0}}")).contains("maxUnavailable");
    }
}
