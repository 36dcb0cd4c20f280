package dev.coffer.acceptance.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A query of the chart: of a panel, or of an alert.
 *
 * @param place the panel or alert, for the message of a failure
 * @param text the query in PromQL
 * @param shown the labels that its legend or its texts show
 */
record Query(String place, String text, Set<String> shown) {
    private static final Path CHART = Path.of("..", "deploy", "helm", "coffer");
    private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern IN_TEXT = Pattern.compile("\\$labels\\.(\\w+)");

    static List<Query> ofDashboards() {
        List<Query> queries = new ArrayList<>();
        for (Path file : files("dashboards")) {
            JsonNode dashboard = json(file);
            for (JsonNode panel : dashboard.path("panels")) {
                panel.path("targets").forEach(target -> queries.add(new Query(
                        dashboard.path("title").asText() + " / " + panel.path("title").asText(),
                        target.path("expr").asText(), found(IN_LEGEND, target.path("legendFormat").asText()))));
            }
        }
        return queries;
    }

    static List<Query> ofAlerts() {
        List<Query> queries = new ArrayList<>();
        for (Path file : files("alerts")) {
            json(file).findParents("alert").forEach(rule -> queries.add(new Query(
                    rule.path("alert").asText(), rule.path("expr").asText(),
                    found(IN_TEXT, rule.path("annotations").toString()))));
        }
        return queries;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> labels = new TreeSet<>();
        pattern.matcher(text).results().forEach(label -> labels.add(label.group(1)));
        return labels;
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(CHART.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            // YAML has JSON in it.
            return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
