package dev.coffer.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.StringTokenizer;

/** Finds programs the way a shell does. */
public final class OnPath {
    private OnPath() {}

    /** The first executable of this name on the PATH. */
    public static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Collections.list(new StringTokenizer(path, File.pathSeparator)).stream()
                .map(String.class::cast)
                .map(directory -> Path.of(directory, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
