package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How values are taken. */
class ValuesTest {
    @Promise("A value that is marked REQUIRED and not set fails the installation with its name.")
    void requiredValues() {
        for (String value : List.of("publicUrl: ''", "database: {host: ''}", "kafka: {bootstrapServers: ''}",
                "s3: {endpoint: ''}", "oidc: {issuerUrl: ''}")) {
            String name = value.replaceAll(": [{]", ".").replaceAll(": .*", "");
            assertThat(Chart.refusal(value)).contains(name + " must be set");
        }
        for (String secret : List.of("signingKey", "s3: {accessKey", "s3: {secretKey")) {
            String value = secret + ": {existingSecret: ''}" + (secret.contains("{") ? "}" : "");
            assertThat(Chart.refusal(value)).contains(secret.replace(": {", ".") + ".existingSecret must name");
        }
        for (String service : SERVICES) {
            for (String secret : List.of("database.password", "client.secret", "kafka.jaasConfig")) {
                assertThat(Chart.refusal("services: {" + service + ": {" + secret.replace(".", ": {")
                        + ": {existingSecret: ''}}}}"))
                        .contains("services." + service + "." + secret + ".existingSecret must name");
            }
        }
    }

    @Promise("A value that the chart does not know fails the installation.")
    void unknownValues() {
        for (String value : List.of("replicas: 2", "database: {hots: a}", "services: {asset: {replica: 1}}",
                "services: {other: {}}", "defaults: {probes: {liveness: {timeout: 5}}}", "signingKey: {name: a}")) {
            assertThat(Chart.refusal(value)).contains("additional properties");
        }
    }

    /** What stays open is said here: what Kubernetes or the operators of others define. */
    @Test
    void theSchemaIsClosedButForMapsOfOthers() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Chart.DIRECTORY.resolve("values.schema.json").toFile());
        assertThat(open("", schema)).containsExactlyInAnyOrder("/properties/global",
                "/definitions/objects/items", "/definitions/autoscaling/properties/behavior",
                "/definitions/defaults/properties/resources/properties/requests",
                "/definitions/defaults/properties/resources/properties/limits",
                "/definitions/defaults/properties/affinity",
                "/definitions/defaults/properties/podSecurityContext",
                "/definitions/defaults/properties/containerSecurityContext",
                "/definitions/service/properties/resources/properties/requests",
                "/definitions/service/properties/resources/properties/limits",
                "/definitions/service/properties/affinity",
                "/definitions/service/properties/podSecurityContext",
                "/definitions/service/properties/containerSecurityContext");
    }

    @Promise("`services.<name>` says what is different for one service than in `defaults`: maps are merged, lists are replaced.")
    void valuesOfOneService() {
        Release release = Chart.release("""
                defaults: {nodeSelector: {a: "1", b: "1"}, tolerations: [{key: a}]}
                database: {maxConnections: 300}
                services: {blob: {replicas: 3, nodeSelector: {b: "2"}, tolerations: [{key: b}]}}
                """);
        assertThat(release.deployment("blob").at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(release.deployment("asset").at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(release.deployment("blob").pod().path("nodeSelector").toString())
                .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(release.deployment("blob").pod().path("tolerations").toString()).isEqualTo("[{\"key\":\"b\"}]");
        assertThat(release.deployment("asset").pod().path("tolerations").toString()).isEqualTo("[{\"key\":\"a\"}]");
    }

    @Promise("Nothing is random and nothing is looked up in the cluster: the same values give the same objects, with Argo CD and Flux too.")
    void sameValuesSameObjects() throws IOException {
        // The second one is rendered again.
        assertThat(Chart.releaseOf("values-quickstart.yaml", "{}"))
                .isEqualTo(Chart.releaseOf("values-quickstart.yaml"));
        try (Stream<Path> templates = Files.walk(Chart.DIRECTORY.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template)).doesNotContainPattern(
                        "\\blookup \"|\\brand[A-Z]|\\bgen[A-Z]\\w+Cert|\\buuidv4\\b|\\bnow\\b|\\bderivePassword\\b");
            }
        }
    }

    @Promise("Every object has the labels of `commonLabels` and the annotations of `commonAnnotations`.")
    void commonLabels() {
        String common = "commonLabels: {team: storage}\ncommonAnnotations: {cost: \"7\"}";
        for (Release release : List.of(Chart.releaseOf("values-quickstart.yaml", common),
                Chart.releaseOf("values-production.yaml", common))) {
            assertThat(release.manifests()).allSatisfy(manifest -> {
                assertThat(manifest.at("/metadata/labels/team").asText()).isEqualTo("storage");
                assertThat(manifest.at("/metadata/annotations/cost").asText()).isEqualTo("7");
            });
        }
    }

    @Promise("`extraObjects` belong to the release and may be templates.")
    void extraObjects() {
        Release release = Chart.release("""
                extraObjects:
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: '{{ .Release.Name }}-map'}}
                  - |
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: {{ include "coffer.fullname" . }}-text}
                """);
        assertThat(release.all("ConfigMap")).map(Manifest::name).contains("coffer-map", "coffer-text");
    }

    private static List<String> open(String at, JsonNode schema) {
        Stream<String> here = schema.isObject() && schema.path("type").asText().equals("object")
                && !schema.has("additionalProperties") ? Stream.of(at) : Stream.empty();
        Stream<String> below = schema.propertyStream()
                .flatMap(child -> open(at + "/" + child.getKey(), child.getValue()).stream());
        return Stream.concat(here, below).toList();
    }
}
