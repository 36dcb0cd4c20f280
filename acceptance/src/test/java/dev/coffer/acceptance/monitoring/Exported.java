package dev.coffer.acceptance.monitoring;

import dev.coffer.acceptance.stack.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the services of the stack export at their management ports, in the text format of Prometheus. */
final class Exported {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_:][a-z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FAMILY = Pattern.compile("# TYPE (\\S+) \\S+");

    private final Map<String, List<Map<String, String>>> samples = new HashMap<>();
    private final Set<String> families = new TreeSet<>();

    private Exported() {}

    /** All services together. */
    static Exported now() {
        Exported exported = new Exported();
        Environment.withPrefix("COFFER_MANAGEMENT_URL_").values().forEach(url -> exported.add(text(url)));
        return exported;
    }

    private void add(String text) {
        for (String line : text.split("\n")) {
            Matcher family = FAMILY.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (family.matches()) {
                families.add(family.group(1));
            } else if (sample.matches()) {
                samples.computeIfAbsent(sample.group(1), name -> new ArrayList<>()).add(labels(sample.group(2)));
            }
        }
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        LABEL.matcher(text == null ? "" : text).results()
                .forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }

    /** The names of all families of metrics, without what the samples append to them. */
    Set<String> families() {
        return families;
    }

    /** The labels of each sample of that name; none if there is no such metric. */
    List<Map<String, String>> samples(String name) {
        return samples.getOrDefault(name, List.of());
    }

    private static String text(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/metrics")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
