package dev.coffer.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The libraries that the services ship, against the advisories in {@code security/} (OSV schema 1.6). */
class ShippedLibrariesTest {
    private static final Path SECURITY = Path.of("..", "security");
    private static final List<String> SERVICES =
            List.of("blob-service", "userdata-service", "asset-service", "files-service");

    /** A library of a version for which an advisory was found. */
    private record Match(String advisory, String library, String version) {}

    @Test
    void noneHasAKnownVulnerabilityThatIsNotAccepted() throws IOException {
        assertThat(matches()).isEqualTo(accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 2.0, true",
        "1.9.9, 1.0, 2.0, true",
        "2.0, 1.0, 2.0, false",
        "0.9, 1.0, 2.0, false",
        "4.1.130.Final, 0, 4.1.132.Final, true",
        "4.1.132.Final, 0, 4.1.132.Final, false",
        "2.0.0-M3, 2.0.0-M1, 2.0.0-M4, true",
        "3.33.2, 3.28.0, 3.33.2.1, true"
    })
    void aRangeBeginsWhereItSaysAndEndsBeforeTheFix(String version, String introduced, String fixed, boolean affected) {
        assertThat(isWithin(version, introduced, fixed)).isEqualTo(affected);
    }

    private static Set<Match> matches() throws IOException {
        Set<String> jars = jars();
        Set<Match> found = new HashSet<>();
        try (Stream<Path> records = Files.list(SECURITY.resolve("advisories"))) {
            for (Path file : records.toList()) {
                JsonNode advisory = new ObjectMapper().readTree(file.toFile());
                assertThat(advisory.path("affected").size()).as("affected of %s", file).isPositive();
                advisory.path("affected").forEach(affected -> versions(jars, library(affected)).stream()
                        .filter(version -> isAffected(version, affected))
                        .map(version -> new Match(advisory.path("id").asText(), library(affected), version))
                        .forEach(found::add));
            }
        }
        return found;
    }

    private static Set<Match> accepted() throws IOException {
        try (Reader file = Files.newBufferedReader(SECURITY.resolve("accepted.yaml"))) {
            List<Map<String, Object>> accepted = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return accepted.stream()
                    .map(one -> {
                        assertThat(String.valueOf(one.get("reason"))).as("reason of %s", one.get("id"))
                                .hasSizeGreaterThan(40);
                        return new Match(
                                one.get("id").toString(), one.get("library").toString(), one.get("version").toString());
                    })
                    .collect(Collectors.toSet());
        }
    }

    /** Names of the jars, {@code group.artifact-version}, as the build of the services writes them. */
    private static Set<String> jars() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String service : SERVICES) {
            Path libraries = Path.of("..", service, "target", "quarkus-app", "lib");
            assertThat(libraries).as("%s is built: run the build of the whole repository first", service).isDirectory();
            try (Stream<Path> files = Files.walk(libraries)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jar"))
                        .map(name -> name.substring(0, name.length() - ".jar".length()))
                        .forEach(names::add);
            }
        }
        assertThat(names).anyMatch(name -> name.startsWith("io.quarkus.quarkus-core-"));
        return names;
    }

    private static List<String> versions(Set<String> jars, String library) {
        String start = library.replace(':', '.') + "-";
        return jars.stream()
                .filter(jar -> jar.startsWith(start) && Character.isDigit(jar.charAt(start.length())))
                .map(jar -> jar.substring(start.length()))
                .toList();
    }

    private static String library(JsonNode affected) {
        return affected.path("package").path("name").asText();
    }

    private static boolean isAffected(String version, JsonNode affected) {
        for (JsonNode range : affected.path("ranges")) {
            JsonNode events = range.path("events");
            if (isWithin(version, events.path(0).path("introduced").asText(), events.path(1).path("fixed").asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String version, String introduced, String fixed) {
        ComparableVersion shipped = new ComparableVersion(version);
        return shipped.compareTo(new ComparableVersion(introduced)) >= 0
                && shipped.compareTo(new ComparableVersion(fixed)) < 0;
    }
}
