package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;

/** Who migrates the databases, and when. */
class MigrationTest {
    private static final String JOB = "migrations: {job: true}";
    private static final String AT_START = "quarkus.flyway.migrate-at-start";

    @Promise("With `migrations.job` a Job migrates each database before an installation or upgrade, in a hook that Argo CD runs too, and no service starts on a schema that is older than it is.")
    void jobs() {
        Release release = Chart.release(JOB);
        for (String service : SERVICES) {
            Manifest job = release.the("Job", "coffer-" + service + "-migrate");
            Manifest settings = release.the("ConfigMap", "coffer-" + service + "-migrate");
            for (Manifest hook : new Manifest[] {job, settings}) {
                assertThat(annotation(hook, Chart.HOOK)).isEqualTo("pre-install,pre-upgrade");
                assertThat(annotation(hook, "helm.sh/hook-delete-policy")).isEqualTo("before-hook-creation");
            }
            assertThat(Integer.parseInt(annotation(settings, "helm.sh/hook-weight")))
                    .isLessThan(Integer.parseInt(annotation(job, "helm.sh/hook-weight")));
            assertThat(settings.at("/data")).isEqualTo(release.the("ConfigMap", "coffer-" + service).at("/data"));
            assertThat(job.pod().path("volumes").toString()).contains("\"coffer-" + service + "-migrate\"")
                    .doesNotContain("\"coffer-" + service + "\",\"items\":[{\"key\":\"application");
            assertThat(variable(job, "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
            assertThat(variable(job, "QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("true");
            assertThat(job.container().path("image")).isEqualTo(release.deployment(service).container().path("image"));
            // Nothing that is made later than the hook.
            assertThat(job.pod().path("serviceAccountName").isMissingNode()).isTrue();
            // No traffic, and nothing that would keep it from its end.
            assertThat(job.at("/spec/template/metadata/labels").path("app.kubernetes.io/component").asText())
                    .isEqualTo(service + "-migrate");
            assertThat(job.container().has("livenessProbe")).isFalse();
            assertThat(release.settings(service)).containsEntry(AT_START, "false")
                    .containsEntry("quarkus.flyway.validate-at-start", "true");
        }
    }

    @Promise("Without it each pod migrates at its start.")
    void atStart() {
        Release release = Chart.release();
        assertThat(release.all("Job")).isEmpty();
        assertThat(release.settings("blob")).doesNotContainKey(AT_START);
    }

    @Promise("A secret given as `value` fails an installation with `migrations.job`.")
    void secretsMustBeThere() {
        assertThat(Chart.refusal(JOB, "s3: {secretKey: {existingSecret: '', value: abc}}"))
                .contains("s3.secretKey is a value, whose Secret is not there before");
    }

    private static String annotation(Manifest manifest, String name) {
        return manifest.at("/metadata/annotations").path(name).asText();
    }

    private static String variable(Manifest job, String name) {
        JsonNode variables = job.container().path("env");
        return Manifest.named(variables, name).path("value").asText();
    }
}
