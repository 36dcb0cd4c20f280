package dev.coffer.acceptance.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stack under test, as the variables of {@code .coffer/env} describe it. */
public final class Environment {
    private static volatile Map<String, String> variables = System.getenv();

    private Environment() {}

    /**
     * The value of a variable.
     *
     * @throws IllegalStateException with what to do if it is missing
     */
    public static String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(
                name + " is not set: run ./coffer test, or ./coffer up and then \"set -a; . .coffer/env\"."));
    }

    /** The value of a variable that not every stack has. */
    public static Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Base URL of all three APIs. */
    public static String url() {
        return get("COFFER_URL").replaceAll("/+$", "");
    }

    /** Whether the edge of a local stack is in front: another one answers broken heads in its own words. */
    public static boolean hasOwnEdge() {
        return find("COFFER_DIR").isPresent();
    }

    /** All variables with this prefix, by the rest of their names. */
    public static Map<String, String> withPrefix(String prefix) {
        return variables.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        variable -> variable.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (first, second) -> first,
                        TreeMap::new));
    }

    /** Reads {@code $COFFER_DIR/env} again: after a repair, process ids are different. */
    public static void reload() {
        Path file = Path.of(get("COFFER_DIR"), "env");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", "set -a; . \"$0\" && env -0", file.toString());
        try {
            byte[] output =
                    shell.redirectError(ProcessBuilder.Redirect.INHERIT).start().getInputStream().readAllBytes();
            variables = Arrays.stream(new String(output, StandardCharsets.UTF_8).split("\0"))
                    .filter(line -> line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1)));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
