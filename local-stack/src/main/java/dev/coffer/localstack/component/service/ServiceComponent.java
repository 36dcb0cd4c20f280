package dev.coffer.localstack.component.service;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.FileStamp;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.SecretFile;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One of the four services, run from a copy of its build, so that the next build does not affect it. */
public final class ServiceComponent implements Component {
    /**
     * The default JVM options of a service. The initial heap is small, because the default of the JVM, a fraction of
     * the memory of the machine, would exceed the maximum.
     */
    public static final List<String> JAVA_OPTIONS =
            List.of("-Xms48m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    /** Precedes all other options: a service ends when it runs out of memory, and ./coffer status reports it. */
    public static final String EXIT_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    /** The environment variable for other ones; with {@code _ASSET}, {@code _BLOB} and so on, for one service. */
    public static final String JAVA_OPTIONS_VARIABLE = "COFFER_JAVA_OPTS";

    private final StackLayout layout;
    private final String name;
    private final Path application;
    private final Endpoints endpoints;
    private final Map<String, String> settings;
    private final Map<String, String> inherited;

    /** The port of its API and that of health and metrics. */
    public record Endpoints(int api, int management) {}

    /**
     * The service of this name.
     *
     * @param application what Quarkus built
     * @param settings    its environment variables apart from the ports
     * @param inherited   the environment of the launcher, for what the user overrides in it
     */
    public ServiceComponent(StackLayout layout, String name, Path application, Endpoints endpoints,
            Map<String, String> settings, Map<String, String> inherited) {
        this.layout = layout;
        this.name = name;
        this.application = application;
        this.endpoints = endpoints;
        this.settings = Map.copyOf(settings);
        this.inherited = inherited;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Integer> ports() {
        return List.of(endpoints.api(), endpoints.management());
    }

    @Override
    public List<String> after() {
        return List.of(BUILD, "postgres", "s3");
    }

    @Override
    public void prepare() throws IOException {
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new ComponentException(name + " is not built: there is no " + application);
        }
        Trees.copy(application, layout.programs(name));
        Files.createDirectories(layout.temporary(name));
        SecretFile.write(overridesFile(), Overrides.of(inherited).text());
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(EXIT_WITHOUT_MEMORY);
        command.addAll(javaOptions());
        command.add("-Djava.io.tmpdir=" + layout.temporary(name));
        command.addAll(List.of("-jar", layout.programs(name).resolve("quarkus-run.jar").toString()));
        return new Launch(command, environment(), layout.directory(), layout.log(name));
    }

    /** Whether it was built again since the start, or its settings in the environment have changed. */
    @Override
    public boolean outdated() {
        return !FileStamp.of(application).equals(FileStamp.of(layout.programs(name)))
                || Overrides.of(inherited).differFrom(read(overridesFile()));
    }

    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + endpoints.management() + "/q/health/ready").orElse(0) == 200;
    }

    @Override
    public Duration stopTimeout() {
        return Duration.ofSeconds(30);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Overrides.of(inherited).values());
        environment.putAll(settings);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(endpoints.api()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(endpoints.management()));
        return environment;
    }

    private List<String> javaOptions() {
        String own = JAVA_OPTIONS_VARIABLE + "_" + name.replace("-service", "").toUpperCase(Locale.ROOT);
        return Stream.of(own, JAVA_OPTIONS_VARIABLE)
                .map(variable -> inherited.getOrDefault(variable, "").strip())
                .filter(given -> !given.isEmpty())
                .findFirst()
                .map(given -> List.of(given.split("\\s+")))
                .orElse(JAVA_OPTIONS);
    }

    private Path overridesFile() {
        return layout.configuration(name).resolve("overrides");
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
