package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A trial with nothing but a cluster, and the test of an installation. */
class TrialTest {
    private static final Path LOCAL_REALM =
            Path.of("..", "local-stack", "src", "main", "resources", "keycloak", "realm.json");

    @Promise("`quickstart.enabled` adds PostgreSQL, Kafka, an S3 store, Keycloak with the demo realm and an edge, one pod of each.")
    void servers() {
        Release release = Chart.releaseOf("values-quickstart.yaml");
        assertThat(release.all("StatefulSet")).map(Manifest::name).containsExactlyInAnyOrder("coffer-postgres",
                "coffer-kafka", "coffer-s3", "coffer-keycloak", "coffer-edge");
        assertThat(release.all("StatefulSet")).allSatisfy(server -> {
            assertThat(server.at("/spec/replicas").asInt()).isEqualTo(1);
            assertThat(release.the("Service", server.name()).at("/spec/selector"))
                    .isEqualTo(server.at("/spec/selector/matchLabels"));
        });
        assertThat(release.settings("blob"))
                .containsEntry("quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://coffer-postgres:5432/blob?sslmode=disable")
                .containsEntry("kafka.bootstrap.servers", "coffer-kafka:9092")
                .containsEntry("coffer.s3.endpoint", "http://coffer-s3:7070")
                .containsEntry("quarkus.oidc.auth-server-url", "http://coffer-keycloak:8080/realms/coffer");
        for (String service : SERVICES) {
            assertThat(release.the("ConfigMap", "coffer-postgres").at("/data").toString())
                    .contains("CREATE DATABASE \\\"" + service + "\\\" OWNER \\\"" + service + "\\\"");
        }
        assertThat(Manifest.named(release.the("StatefulSet", "coffer-keycloak").container().path("env"),
                "COFFER_BLOB_SERVICE_SECRET").path("value").asText()).isEqualTo("quickstart-only");
    }

    @Promise("The demo realm is that of the local stack.")
    void realm() throws IOException {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(Chart.releaseOf("values-quickstart.yaml").the("ConfigMap", "coffer-keycloak")
                .at("/data").path("coffer-realm.json").asText())).isEqualTo(json.readTree(LOCAL_REALM.toFile()));
    }

    /** An unset one stays in the realm as it is written, and everybody can read it there. */
    @Test
    void everySecretOfTheRealmIsGiven() {
        Release release = Chart.releaseOf("values-quickstart.yaml");
        List<String> given = release.the("StatefulSet", "coffer-keycloak").container().path("env")
                .findValuesAsText("name");
        String realm = release.the("ConfigMap", "coffer-keycloak").at("/data").path("coffer-realm.json").asText();
        assertThat(Pattern.compile("\\$\\{(\\w+)}").matcher(realm).results()
                .map(found -> found.group(1))).isNotEmpty().allMatch(given::contains);
    }

    @Promise("Without it none of them is there.")
    void noServers() {
        assertThat(Chart.release().all("StatefulSet")).isEmpty();
        assertThat(Chart.refusal("quickstart: {enabled: true}")).contains("without quickstart.password");
    }

    @Promise("`helm test` asks each service whether it is ready, and whether it refuses strangers.")
    void test() {
        Manifest test = Chart.release().the("Pod", "coffer-test");
        assertThat(test.at("/metadata/annotations").path(Chart.HOOK).asText()).isEqualTo("test");
        assertThat(test.container().path("args").valueStream().map(argument -> argument.asText())).containsExactly(
                "200=http://coffer-asset:9000/q/health/ready", "200=http://coffer-blob:9000/q/health/ready",
                "200=http://coffer-files:9000/q/health/ready", "200=http://coffer-userdata:9000/q/health/ready",
                "401=http://coffer-asset:8080/api/assets", "401=http://coffer-userdata:8080/api/settings",
                "401=http://coffer-files:8080/api/v1/projects/test/files",
                "401=http://coffer-blob:8080/internal/refs/test");
        assertThat(test.container().path("command").toString())
                .contains("dev.coffer.common.installation.InstallationCheck");
    }

    @Promise("`test.throughEdge` has it ask at `publicUrl` too, where nothing internal may answer.")
    void testThroughTheEdge() {
        assertThat(Chart.release("test: {throughEdge: true}").the("Pod", "coffer-test").container().path("args")
                .valueStream().map(argument -> argument.asText())).contains(
                        "401=https://coffer.example.com/api/assets",
                        "404=https://coffer.example.com/internal/refs/test",
                        "404=https://coffer.example.com/q/health/ready");
    }
}
