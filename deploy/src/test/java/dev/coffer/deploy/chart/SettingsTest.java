package dev.coffer.deploy.chart;

import static dev.coffer.deploy.model.Release.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.util.List;
import java.util.Properties;

/** How settings reach the services. */
class SettingsTest {
    @Promise("All settings of a service are in one mounted properties file, and none of them in the environment.")
    void oneFile() {
        Release release = Chart.release();
        for (String service : SERVICES) {
            Manifest deployment = release.deployment(service);
            assertThat(deployment.container().path("env").findValuesAsText("name"))
                    .containsExactly("SMALLRYE_CONFIG_LOCATIONS", "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS");
            assertThat(deployment.container().at("/env/0/value").asText())
                    .isEqualTo("/etc/coffer/settings/application.properties");
            assertThat(
                    Manifest.named(deployment.container().path("volumeMounts"), "settings").path("mountPath").asText())
                    .isEqualTo("/etc/coffer/settings");
            assertThat(Manifest.named(deployment.pod().path("volumes"), "settings").at("/configMap/name").asText())
                    .isEqualTo("coffer-" + service);
        }
        assertThat(release.settings("asset"))
                .containsEntry("config_ordinal", "275")
                .containsEntry("quarkus.datasource.username", "asset")
                .containsEntry("quarkus.datasource.jdbc.max-size", "16")
                .containsEntry("quarkus.oidc.auth-server-url", "https://login.example.com/realms/coffer")
                .containsEntry("quarkus.oidc-client.client-id", "asset-service")
                .containsEntry("kafka.bootstrap.servers", "kafka.example.com:9093")
                .containsEntry("kafka.sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("coffer.public-url", "https://coffer.example.com")
                .containsEntry("coffer.blob.url", "http://coffer-blob:8080")
                .containsEntry("coffer.userdata.url", "http://coffer-userdata:8080")
                .containsEntry("coffer.outbox.replication-factor", "3")
                .containsEntry("coffer.caller.internal-clients",
                        "asset-service,blob-service,files-service,userdata-service")
                .doesNotContainKey("coffer.s3.endpoint");
        assertThat(release.settings("blob"))
                .containsEntry("coffer.s3.endpoint", "https://s3.example.com")
                .containsEntry("coffer.keepers.projects", "files-service")
                .containsEntry("coffer.keepers.workspaces", "asset-service,userdata-service")
                .doesNotContainKey("coffer.blob.url");
    }

    @Promise("`settings` are those of all services; `services.<name>.settings` win over them.")
    void furtherSettings() {
        Release release = Chart.release("""
                settings: {coffer.database.lock-timeout: 20s, quarkus.oidc.token.audience: other}
                services: {files: {settings: {coffer.database.lock-timeout: 30s}}}
                """);
        assertThat(release.settings("asset")).containsEntry("coffer.database.lock-timeout", "20s")
                .containsEntry("quarkus.oidc.token.audience", "other");
        assertThat(release.settings("files")).containsEntry("coffer.database.lock-timeout", "30s");
    }

    @Promise("Whole numbers stay whole, however large they are, and a line end in a setting does not start another one.")
    void numbersAndLines() {
        Properties settings = Chart.release("""
                settings:
                  coffer.quota.files: 100000000000
                  coffer.database.tenant-share: 0.25
                  quarkus.log.category."a.b".level: "x\\ncoffer.public-url=http://evil"
                  "odd key:=": 'back\\slash'
                """).settings("blob");
        assertThat(settings).containsEntry("coffer.quota.files", "100000000000")
                .containsEntry("coffer.database.tenant-share", "0.25")
                .containsEntry("quarkus.log.category.\"a.b\".level", "x\ncoffer.public-url=http://evil")
                .containsEntry("odd key:=", "back\\slash")
                .containsEntry("coffer.public-url", "https://coffer.example.com");
    }

    @Promise("With `database.sslMode` `verify-full` and `verify-ca` PostgreSQL is trusted as every other server is.")
    void postgresIsTrustedByTheJvm() {
        assertThat(url("")).isEqualTo("jdbc:postgresql://postgres.example.com:5432/asset"
                + "?sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory&sslmode=verify-full");
        assertThat(url("database: {sslMode: verify-ca}")).contains("DefaultJavaSSLFactory");
        assertThat(url("database: {sslMode: disable, parameters: {prepareThreshold: 0}, host: '2001:db8::1'}"))
                .isEqualTo("jdbc:postgresql://[2001:db8::1]:5432/asset?prepareThreshold=0&sslmode=disable");
    }

    @Promise("With `proxy.host` requests that leave the cluster go through it, and those between the services do not.")
    void proxy() {
        Release release = Chart.release("proxy: {host: proxy.example.com, noProxy: ['*.example.org']}");
        JsonNode options = Manifest.named(release.deployment("blob").container().path("env"), "JAVA_TOOL_OPTIONS");
        assertThat(options.path("value").asText().split(" ")).contains("-Dhttps.proxyHost=proxy.example.com",
                "-Dhttps.proxyPort=3128", "-Dhttp.proxyHost=proxy.example.com",
                "-Dhttp.nonProxyHosts=localhost|127.*|[::1]|coffer-*|*.example.org");
        assertThat(release.settings("blob")).containsEntry("quarkus.oidc.proxy.host", "proxy.example.com")
                .containsEntry("quarkus.oidc-client.proxy.port", "3128");
        assertThat(Chart.release("proxy: {host: proxy.example.com, oidc: false}").settings("blob"))
                .doesNotContainKey("quarkus.oidc.proxy.host");
    }

    @Promise("`kafka.topicPrefix` and `kafka.consumerGroup` keep two installations on one Kafka apart.")
    void twoInstallations() {
        Release release = Chart.release("kafka: {topicPrefix: second., consumerGroup: second-files}");
        for (String service : SERVICES) {
            assertThat(release.settings(service)).containsEntry("coffer.topics.prefix", "second.");
            assertThat(release.settings(service).getProperty("coffer.files.events.group"))
                    .isEqualTo(service.equals("files") ? "second-files" : null);
        }
    }

    @Promise("Logs are JSON unless `logging.json` is false.")
    void logs() {
        String json = "quarkus.log.console.json.enabled";
        assertThat(Chart.release().settings("blob")).containsEntry(json, "true");
        assertThat(Chart.release("logging: {json: false}").settings("blob")).containsEntry(json, "false");
    }

    @Promise("Pods are replaced when a setting, the `value` of a secret or `secretsRevision` has changed.")
    void checksums() {
        String plain = "signingKey: {existingSecret: '', value: '%s'}";
        String one = "1".repeat(32);
        assertThat(List.of(checksums(""), checksums("settings: {a: b}"), checksums("secretsRevision: two"),
                checksums(plain.formatted(one)), checksums(plain.formatted("2".repeat(32)))))
                .doesNotHaveDuplicates();
        assertThat(checksums(plain.formatted(one))).isEqualTo(checksums(plain.formatted(one)));
    }

    private static String checksums(String values) {
        return Chart.release(values).deployment("blob").at("/spec/template/metadata/annotations").toString();
    }

    private static String url(String values) {
        return Chart.release(values).settings("asset").getProperty("quarkus.datasource.jdbc.url");
    }
}
