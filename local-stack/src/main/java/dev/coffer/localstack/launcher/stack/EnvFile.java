package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Variables for tools and tests, in a form that every shell reads with {@code .} and {@code source}. */
public final class EnvFile {
    private final Path file;

    /** This file; it may be missing. */
    public EnvFile(Path file) {
        this.file = file;
    }

    /** Writes all of it; only the owner can read it. */
    public void write(Map<String, String> variables) throws IOException {
        SecretFile.write(file, variables.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quote(entry.getValue()) + "\n")
                .collect(Collectors.joining()));
    }

    /** What {@link #write} wrote. */
    public Map<String, String> read() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), unquote(line.substring(equals + 1)));
        }
        return variables;
    }

    // In single quotes a shell expands nothing; a single quote itself has to be outside.
    private static String quote(String value) {
        if (value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a value of more than one line");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static String unquote(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("'\\''", "'");
    }
}
