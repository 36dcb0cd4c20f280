package dev.coffer.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Manifest;
import dev.coffer.deploy.model.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leads to the services from outside of the cluster. */
class EdgeTest {
    private static final String PEERS = "networkPolicy: {edge: [{namespaceSelector: {}}]}\n";
    private static final String INGRESS = PEERS + "ingress: {enabled: true}";
    private static final String ROUTE = PEERS + "httpRoute: {enabled: true, parentRefs: [{name: public}]}";
    private static final Path LOCAL_EDGE =
            Path.of("..", "local-stack", "components", "edge", "src", "main", "java", "dev", "coffer", "localstack",
                    "edge", "RouteTable.java");

    @Promise("There is no Ingress and no HTTPRoute by default.")
    void nothingByDefault() {
        assertThat(Chart.release().all("Ingress")).isEmpty();
        assertThat(Chart.release().all("HTTPRoute")).isEmpty();
    }

    @Promise("Both route the paths that the edge of the local stack does, and nothing else: never `/internal` and `/q`.")
    void paths() throws IOException {
        SortedSet<String> local = localPaths();
        assertThat(local).hasSizeGreaterThan(40).contains("blob /blob/", "asset =/api/tags")
                .noneMatch(path -> path.contains("/internal") || path.matches(".*[ =]/q(/.*)?"));
        assertThat(ingressPaths(Chart.release(INGRESS))).isEqualTo(local);
        assertThat(routePaths(Chart.release(ROUTE))).isEqualTo(local);
    }

    @Test
    void haproxyRoutesThem() throws IOException {
        String configuration = Files.readString(Chart.DIRECTORY.resolve("files/haproxy.cfg"));
        SortedSet<String> paths = Pattern.compile("(?m)^ +acl (asset|userdata|files|blob) path(_beg)? (.+)$")
                .matcher(configuration).results()
                .flatMap(acl -> Stream.of(acl.group(3).split(" ")).map(path -> acl.group(1) + " "
                        + (acl.group(2) == null ? "=" : "") + path))
                .collect(Collectors.toCollection(TreeSet::new));
        // "/a" alone, where "/a/" goes somewhere too, is a path of its own there.
        paths.removeIf(path -> path.contains("=") && paths.contains(path.replace("=", "") + "/"));
        assertThat(paths).isEqualTo(localPaths());
    }

    @Promise("`routes.documents` false hides the OpenAPI documents.")
    void documents() {
        for (String values : List.of(INGRESS, ROUTE)) {
            Release release = Chart.release(values, "routes: {documents: false}");
            assertThat(Stream.concat(ingressPaths(release).stream(), routePaths(release).stream()))
                    .hasSizeGreaterThan(20).noneMatch(path -> path.contains("openapi") || path.contains("docs"));
        }
    }

    @Promise("The host is that of `publicUrl`, and `extraHosts`.")
    void hosts() {
        assertThat(
                Chart.release(INGRESS, "publicUrl: https://files.example.com:8443\ningress: {extraHosts: [b.example]}")
                        .the("Ingress", "coffer").at("/spec/rules").findValuesAsText("host"))
                .containsExactly("files.example.com", "b.example");
        assertThat(Chart.release(ROUTE, "httpRoute: {extraHosts: [b.example]}").the("HTTPRoute", "coffer")
                .at("/spec/hostnames").toString()).isEqualTo("[\"coffer.example.com\",\"b.example\"]");
    }

    @Promise("`ingress.tlsSecret` is the certificate of the Ingress.")
    void certificate() {
        assertThat(
                Chart.release(INGRESS, "ingress: {tlsSecret: tls}").the("Ingress", "coffer").at("/spec/tls").toString())
                .isEqualTo("[{\"secretName\":\"tls\",\"hosts\":[\"coffer.example.com\"]}]");
        assertThat(Chart.release(INGRESS).the("Ingress", "coffer").at("/spec/tls").isMissingNode()).isTrue();
    }

    @Promise("An HTTPRoute has no limit of time, and rules of at most eight matches.")
    void rules() {
        JsonNode rules = Chart.release(ROUTE).the("HTTPRoute", "coffer").at("/spec/rules");
        assertThat(rules.size()).isBetween(4, 16);
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.at("/timeouts/request").asText()).isEqualTo("0s");
            assertThat(rule.path("matches").size()).isBetween(1, 8);
        });
    }

    @Promise("An Ingress and an HTTPRoute at once, an HTTPRoute without a Gateway, and a `publicUrl` with a path fail the installation.")
    void wrongEdges() {
        assertThat(Chart.refusal(INGRESS, ROUTE)).contains("ingress.enabled and httpRoute.enabled are both true");
        assertThat(Chart.refusal(ROUTE, "httpRoute: {parentRefs: []}")).contains("set httpRoute.parentRefs");
        assertThat(Chart.refusal(INGRESS, "publicUrl: https://example.com/coffer"))
                .contains("publicUrl has a path, and the ingress");
        assertThat(Chart.refusal("publicUrl: coffer.example.com")).contains("/publicUrl");
    }

    /** What the edge of the local stack routes: service and path, = before those that stand alone. */
    private static SortedSet<String> localPaths() throws IOException {
        return Pattern.compile("add\\(Upstream\\.(\\w+),([^;]+)\\);").matcher(Files.readString(LOCAL_EDGE)).results()
                .flatMap(add -> Pattern.compile("\"([^\"]+)\"").matcher(add.group(2)).results()
                        .map(path -> add.group(1).toLowerCase() + " " + canonical(path.group(1))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String canonical(String pattern) {
        return pattern.endsWith("*") ? pattern.replaceAll("/?\\*$", "/") : "=" + pattern;
    }

    private static SortedSet<String> ingressPaths(Release release) {
        return release.all("Ingress").stream()
                .flatMap(ingress -> ingress.at("/spec/rules/0/http/paths").valueStream())
                .map(path -> path.at("/backend/service/name").asText().replace("coffer-", "") + " "
                        + (path.path("pathType").asText().equals("Exact") ? "=" + path.path("path").asText()
                                : path.path("path").asText() + "/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> routePaths(Release release) {
        return release.all("HTTPRoute").stream().map(Manifest::json)
                .flatMap(route -> route.at("/spec/rules").valueStream())
                .flatMap(rule -> rule.path("matches").valueStream().map(match -> rule.at("/backendRefs/0/name").asText()
                        .replace("coffer-", "") + " "
                        + (match.at("/path/type").asText().equals("Exact") ? "="
                                + match.at("/path/value").asText() : match.at("/path/value").asText() + "/")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
