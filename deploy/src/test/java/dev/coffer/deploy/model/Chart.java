package dev.coffer.deploy.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart, as Helm sees it. */
public final class Chart {
    /** Where it is. */
    public static final Path DIRECTORY = Path.of("helm", "coffer").toAbsolutePath();

    /** What stands in place of "helm.sh/hook" in what is rendered, because hooks are not shown by the library. */
    public static final String HOOK = "helm.sh/shown-hook";

    private static final Path REQUIRED = Path.of("src", "test", "resources", "required.yaml").toAbsolutePath();
    private static final String RELEASE = "coffer";
    private static final String NAMESPACE = "store";
    private static final String KUBERNETES = "1.34.0";
    private static final Path SHOWN = showHooks();
    private static final Map<List<Object>, Release> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** What is installed with the values that must be set, and these on top of them, as YAML. */
    public static Release release(String... values) {
        return render(List.of(REQUIRED), values);
    }

    /** What is installed with a file of values of the chart, and these on top of them, as YAML. */
    public static Release releaseOf(String file, String... values) {
        return render(List.of(DIRECTORY.resolve(file)), values);
    }

    /** Why nothing is installed with these values on top of those that must be set. */
    public static String refusal(String... values) {
        try {
            release(values);
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
        throw new AssertionError("these values are taken: " + String.join("\n", values));
    }

    /** What {@code helm lint} says of it, with the values that must be set. */
    public static LintResult lint() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        Path copy = showHooks();
        JsonNode values = yaml.readTree(copy.resolve("values.yaml").toFile());
        yaml.writeValue(copy.resolve("values.yaml").toFile(),
                yaml.readerForUpdating(values).readValue(REQUIRED.toFile()));
        return new Helm(copy).lint().call();
    }

    private static Release render(List<Path> files, String... values) {
        return RENDERED.computeIfAbsent(List.of(files, List.of(values)), key -> template(files, values));
    }

    private static Release template(List<Path> files, String... values) {
        List<Path> temporary = new ArrayList<>();
        try {
            TemplateCommand command = new Helm(SHOWN).template()
                    .withName(RELEASE).withNamespace(NAMESPACE).withKubeVersion(KUBERNETES);
            files.forEach(command::withValuesFile);
            for (String each : values) {
                Path file = Files.writeString(Files.createTempFile("values", ".yaml"), each);
                temporary.add(file);
                command.withValuesFile(file);
            }
            return new Release(parse(command.call()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            temporary.forEach(file -> file.toFile().delete());
        }
    }

    private static Path showHooks() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            Path copy = Files.createTempDirectory("chart");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(DIRECTORY.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace("\"helm.sh/hook\"", "\"" + HOOK + "\""));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Manifest> parse(String text) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class).readValues(text)) {
            return documents.readAll().stream().filter(JsonNode::isObject).map(Manifest::new).toList();
        }
    }
}
