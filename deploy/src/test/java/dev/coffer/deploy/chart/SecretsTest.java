package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How secrets and certificates reach the services. */
class SecretsTest {
    private static final List<String> OF_ALL = List.of("coffer.signing-key", "kafka.sasl.jaas.config",
            "quarkus.datasource.password", "quarkus.oidc-client.credentials.secret");

    @Promise("Secrets are mounted as files named by their settings, and are neither in the environment nor in a ConfigMap.")
    void secretsAreFiles() {
        Release release = Chart.release();
        for (String service : SERVICES) {
            Manifest deployment = release.deployment(service);
            assertThat(sources(deployment).keySet()).containsAll(OF_ALL);
            assertThat(sources(deployment).containsKey("coffer.s3.secret-key")).isEqualTo(service.equals("blob"));
            assertThat(Manifest.named(deployment.container().path("volumeMounts"), "secrets").path("mountPath"))
                    .isEqualTo(Manifest.named(deployment.container().path("env"),
                            "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS").path("value"));
            assertThat(deployment.container().toString()).doesNotContain("secretKeyRef");
            assertThat(release.settings(service).stringPropertyNames()).doesNotContainAnyElementsOf(OF_ALL);
        }
    }

    @Promise("A secret is read from the Secret `existingSecret` under `key`.")
    void existingSecrets() {
        Release release = Chart.release("s3: {accessKey: {existingSecret: mine, key: my-key}}");
        assertThat(sources(release.deployment("blob")))
                .containsEntry("coffer.s3.access-key", "mine/my-key")
                .containsEntry("coffer.s3.secret-key", "coffer-s3/secret-key")
                .containsEntry("quarkus.datasource.password", "coffer-blob-db/password")
                .containsEntry("quarkus.oidc-client.credentials.secret", "coffer-clients/blob");
        assertThat(release.all("Secret")).isEmpty();
    }

    @Promise("A secret given as `value` is put into a Secret of the chart.")
    void plainSecrets() {
        Release release = Chart.release("s3: {secretKey: {existingSecret: '', value: for-a-trial}}");
        assertThat(release.all("Secret")).hasSize(1);
        JsonNode data = release.the("Secret", "coffer-blob").at("/data");
        assertThat(data.propertyStream().map(Map.Entry::getKey)).containsExactly("coffer.s3.secret-key");
        assertThat(new String(Base64.getDecoder().decode(data.path("coffer.s3.secret-key").asText())))
                .isEqualTo("for-a-trial");
        assertThat(sources(release.deployment("blob")))
                .containsEntry("coffer.s3.secret-key", "coffer-blob/coffer.s3.secret-key");
        assertThat(Chart.refusal("signingKey: {existingSecret: '', value: short}")).contains("at least 32 characters");
    }

    @Promise("A secret with both `existingSecret` and `value` fails the installation.")
    void twoSecrets() {
        assertThat(Chart.refusal("signingKey: {value: abc}")).contains("signingKey has both");
        assertThat(Chart.refusal("services: {files: {client: {secret: {value: abc}}}}"))
                .contains("services.files.client.secret has both");
    }

    @Promise("`acceptedSigningKey` is a second key whose links are taken, and nothing is mounted for it unless it is set.")
    void twoSigningKeys() {
        String accepted = "coffer.accepted-signing-key";
        Release release = Chart.release("acceptedSigningKey: {existingSecret: coffer-signing-next}");
        for (String service : SERVICES) {
            assertThat(sources(release.deployment(service)))
                    .containsEntry(accepted, "coffer-signing-next/signing-key")
                    .containsEntry("coffer.signing-key", "coffer-signing/signing-key");
            assertThat(sources(Chart.release().deployment(service))).doesNotContainKey(accepted);
        }
        assertThat(Chart.refusal("acceptedSigningKey: {value: short}")).contains("acceptedSigningKey.value");
    }

    @Promise("A setting that looks like a secret fails the installation.")
    void secretsAmongSettings() {
        for (String name : OF_ALL) {
            assertThat(Chart.refusal("settings: {" + name + ": abc}")).contains("settings has " + name);
        }
        assertThat(Chart.refusal("services: {blob: {settings: {coffer.s3.secret-key: abc}}}"))
                .contains("services.blob.settings has coffer.s3.secret-key");
    }

    @Promise("The certificates of `caCertificates` are mounted, and trusted beside those of the JDK.")
    void certificates() {
        Manifest deployment = Chart.release("""
                caCertificates: [{secret: kafka-ca, key: ca.crt}, {configMap: corporate, key: ca-bundle.crt}]
                """).deployment("blob");
        assertThat(Manifest.named(deployment.container().path("env"), "COFFER_CA_CERTIFICATES").path("value"))
                .isEqualTo(Manifest.named(deployment.container().path("volumeMounts"), "ca").path("mountPath"));
        assertThat(Manifest.named(deployment.pod().path("volumes"), "ca").at("/projected/sources").toString())
                .isEqualTo("[{\"secret\":{\"name\":\"kafka-ca\",\"items\":[{\"key\":\"ca.crt\",\"path\":\"0.pem\"}]}},"
                        + "{\"configMap\":{\"name\":\"corporate\","
                        + "\"items\":[{\"key\":\"ca-bundle.crt\",\"path\":\"1.pem\"}]}}]");
        assertThat(Chart.release().deployment("blob").container().toString()).doesNotContain("COFFER_CA_CERTIFICATES");
    }

    /** The files of the volume with secrets, as Secret/key. */
    private static Map<String, String> sources(Manifest deployment) {
        return Manifest.named(deployment.pod().path("volumes"), "secrets").at("/projected/sources").valueStream()
                .filter(source -> source.has("secret"))
                .map(source -> source.path("secret"))
                .collect(Collectors.toMap(secret -> secret.at("/items/0/path").asText(),
                        secret -> secret.path("name").asText() + "/" + secret.at("/items/0/key").asText()));
    }
}
