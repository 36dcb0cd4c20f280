package dev.coffer.localstack.launcher.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one command line: {@code --name value} and {@code --name=value} mean the same. */
final class OptionsParser {
    private final Iterator<String> words;
    private final Map<String, String> environment;
    private final List<String> plain = new ArrayList<>();
    private String directory;
    private @Nullable String store;
    private Set<String> only = Set.of();
    private boolean yes;
    private boolean follow;

    OptionsParser(List<String> words, Map<String, String> environment, Path repository) {
        this.words = words.stream().flatMap(OptionsParser::split).iterator();
        this.environment = environment;
        this.directory = given("COFFER_DIR").orElse(repository.resolve(".coffer").toString());
    }

    Options parse() {
        while (words.hasNext() && !isOfItsOwn(plain)) {
            take(words.next());
        }
        words.forEachRemaining(plain::add);
        String command = plain.isEmpty() ? "help" : plain.removeFirst();
        return new Options(command, List.copyOf(plain), Path.of(directory).toAbsolutePath().normalize(), portBase(),
                Optional.ofNullable(store).map(Store::new), only, yes, follow, environment);
    }

    private void take(String word) {
        switch (word) {
            case "--dir" -> directory = value(word);
            case "--s3" -> store = value(word);
            case "--only" -> only = new LinkedHashSet<>(Arrays.asList(value(word).split(",")));
            case "--yes", "-y" -> yes = true;
            case "--follow", "-f" -> follow = true;
            case "--help", "-h" -> plain.addFirst("help");
            default -> {
                if (word.startsWith("-")) {
                    throw new UsageException("unknown option " + word + "; ./coffer help shows what there is");
                }
                plain.add(word);
            }
        }
    }

    // The program that makes images reads what follows.
    private static boolean isOfItsOwn(List<String> plain) {
        return plain.equals(List.of("images"));
    }

    private String value(String option) {
        if (!words.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return words.next();
    }

    private OptionalInt portBase() {
        Optional<String> given = given("COFFER_PORT_BASE");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!given.get().matches("[0-9]{1,5}")) {
            throw new UsageException("COFFER_PORT_BASE must be a port, not " + given.get());
        }
        return OptionalInt.of(new Ports(Integer.parseInt(given.get())).base());
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Stream<String> split(String word) {
        int equals = word.indexOf('=');
        return word.startsWith("--") && equals > 0
                ? Stream.of(word.substring(0, equals), word.substring(equals + 1))
                : Stream.of(word);
    }
}
