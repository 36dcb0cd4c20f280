package dev.coffer.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages call by name exists, and lies where the map says. */
class DocumentedNamesTest {
    private static final Pattern NAME = Pattern.compile("`([^`\\n]+)`");
    /** Of two words at least: one may as well be a header, a verb or a value. */
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[A-Z][a-z0-9]+){2,}|[A-Z][A-Za-z0-9]+IT");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
    private static final Pattern MIGRATION = Pattern.compile("V[0-9_]+__\\w+\\.sql");
    private static final Pattern METRIC =
            Pattern.compile("(coffer(?:_[a-z]+)+?)(?:_bytes|_seconds)?(?:_total)?(?:\\{.*})?");
    private static final Pattern LITERAL = Pattern.compile("\"(coffer\\.[a-z.]+)\"");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");
    /** Of the framework and of tools. */
    private static final Set<String> FOREIGN =
            Set.of("ConnectionBase", "CurrentVertxRequest", "HttpUtils", "MimeMapping", "NullAway",
                    "OidcClientsConfig");
    private static final Set<String> MODULES_WITH_PACKAGES =
            Set.of("common", "asset-service", "blob-service", "files-service", "userdata-service");

    private static final Set<String> PATHS = Repository.paths();

    @Test
    void everyClassAndAlertExists() {
        Set<String> types = new HashSet<>(FOREIGN);
        PATHS.stream().filter(path -> path.endsWith(".java")).forEach(path -> {
            types.add(fileName(path).replace(".java", ""));
            TYPE.matcher(Repository.text(path)).results().forEach(type -> types.add(type.group(1)));
        });
        PATHS.stream().filter(path -> path.contains("/alerts/") && path.endsWith(".yaml"))
                .flatMap(path -> ALERT.matcher(Repository.text(path)).results())
                .forEach(alert -> types.add(alert.group(1)));
        Set<String> unknown = new TreeSet<>();
        for (String page : Repository.documents(PATHS)) {
            names(Repository.text(page)).stream()
                    .flatMap(name -> Arrays.stream(fileName(name).split("\\.")))
                    .filter(name -> CLASS_NAME.matcher(name).matches() && !types.contains(name))
                    .forEach(name -> unknown.add(page + ": " + name));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyMigrationAndMetricExists() {
        Set<String> known =
                PATHS.stream().map(DocumentedNamesTest::fileName).collect(Collectors.toCollection(HashSet::new));
        PATHS.stream().filter(path -> path.endsWith(".java") && path.contains("/src/main/"))
                .flatMap(path -> LITERAL.matcher(Repository.text(path)).results())
                .forEach(literal -> known.add(literal.group(1).replace('.', '_')));
        Set<String> unknown = new TreeSet<>();
        for (String page : Repository.documents(PATHS)) {
            for (String name : names(Repository.text(page))) {
                Matcher metric = METRIC.matcher(name);
                boolean checked = metric.matches() || MIGRATION.matcher(name).matches();
                if (checked && !known.contains(metric.matches() ? metric.group(1) : name)) {
                    unknown.add(page + ": " + name);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyLinkWithinTheRepositoryLeadsToAFile() {
        Set<String> broken = new TreeSet<>();
        for (String page : Repository.documents(PATHS)) {
            Path folder = Path.of("/", page).getParent();
            LINK.matcher(Repository.text(page)).results()
                    .map(link -> folder.resolve(link.group(1)).normalize().toString().substring(1))
                    .filter(target -> !Files.exists(Path.of("..", target)))
                    .forEach(target -> broken.add(page + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPlaceInTheMapIsWhereItSays() {
        List<Place> places = places();
        assertThat(places.stream().filter(place -> place.found().isEmpty()).map(Place::name)).isEmpty();
        assertThat(places).hasSizeGreaterThan(300);
    }

    @Test
    void everyPackageOfAServiceHasOneLineInTheMap() {
        List<String> listed = places().stream().filter(Place::first).flatMap(place -> place.found().stream()).toList();
        assertThat(listed).doesNotHaveDuplicates();
        Set<String> missing = PATHS.stream()
                .filter(path -> path.matches("[a-z-]+/src/main/java/dev/coffer/[a-z]+/.+/[A-Z]\\w+\\.java"))
                .map(DocumentedNamesTest::folder)
                .filter(path -> MODULES_WITH_PACKAGES.contains(path.substring(0, path.indexOf('/')))
                        && !listed.contains(path))
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    /** @param first whether it stands in the first column */
    private record Place(String name, boolean first, Optional<String> found) {}

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String row : Repository.text("docs/map.md").lines().filter(line -> line.startsWith("|")).toList()) {
            String[] cells = row.split("\\|");
            for (int column = 1; column < cells.length; column++) {
                addPlaces(cells[column], column == 1, places);
            }
        }
        return places;
    }

    /** A name without a folder lies beside the one before it. */
    private static void addPlaces(String cell, boolean first, List<Place> places) {
        String module = "";
        String folder = "";
        for (String name : names(cell)) {
            int dots = name.indexOf("/…/");
            Optional<String> found;
            if (dots > 0) {
                module = name.substring(0, dots);
                found = find(module, name.substring(dots + 3));
            } else if (!module.isEmpty() && name.matches(first ? "[a-z0-9]+" : "[a-z0-9]+/[A-Z]\\w+")) {
                found = find(module, name);
            } else if (!folder.isEmpty() && name.matches("[A-Z][A-Za-z0-9]+(\\.[A-Z]\\w+)?")
                    && !name.matches(".*(Test|IT)")) {
                found = existing(folder + "/" + name.replaceFirst("\\..*", "") + ".java");
            } else if (name.matches("\\w[\\w.-]*(/[\\w.-]+)+/?")) {
                found = existing(name.replaceFirst("/$", ""));
            } else {
                continue;
            }
            places.add(new Place(name + " in " + cell, first, found));
            folder = found.filter(path -> path.contains("/java/")).map(DocumentedNamesTest::asFolder).orElse(folder);
        }
    }

    /** The package or class of a module, of which only the way below its outermost package is said. */
    private static Optional<String> find(String module, String rest) {
        Pattern place = Pattern.compile(
                Pattern.quote(module) + "/src/(main|test)/java/dev/coffer/[a-z]+/(edge/)?" + Pattern.quote(rest)
                        + "(\\.java)?");
        return PATHS.stream().filter(path -> place.matcher(path).matches()).findFirst();
    }

    private static Optional<String> existing(String path) {
        return Optional.of(path).filter(PATHS::contains);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }

    private static String asFolder(String path) {
        return path.endsWith(".java") ? folder(path) : path;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
