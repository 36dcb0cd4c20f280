package dev.coffer.localstack.launcher.build;

import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.process.OnPath;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs Maven on the repository. */
public final class Maven {
    private final Path repository;
    private final String program;

    public Maven(Path repository, Map<String, String> environment) {
        this.repository = repository;
        this.program = environment.getOrDefault("COFFER_MAVEN", "mvn");
    }

    /** Builds, its output in a file; one build at a time, because two would write the same files. */
    int build(List<String> arguments, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = builder(arguments).redirectErrorStream(true).redirectOutput(log.toFile());
        return locked(builder);
    }

    /** Builds and tests, its output on this terminal; one at a time, at a low priority. */
    public int verify(List<String> arguments, Consumer<Map<String, String>> environment)
            throws IOException, InterruptedException {
        // The acceptance suite, which runs at the same time, has timing requirements.
        ProcessBuilder builder = visible(arguments, environment);
        builder.command().addAll(0, List.of("nice", "-n", "5"));
        return locked(builder);
    }

    /** Tests a module on which no other depends, at the same time as other modules. */
    public int verifyAlone(List<String> arguments, Consumer<Map<String, String>> environment)
            throws IOException, InterruptedException {
        return visible(arguments, environment).start().waitFor();
    }

    private ProcessBuilder visible(List<String> arguments, Consumer<Map<String, String>> environment) {
        ProcessBuilder builder = builder(arguments).inheritIO()
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        environment.accept(builder.environment());
        return builder;
    }

    private ProcessBuilder builder(List<String> arguments) {
        if (OnPath.find(program).isEmpty() && !Files.isExecutable(Path.of(program))) {
            throw new UsageException("Coffer needs Maven 3.8.7 or newer: install it and put mvn on the PATH.");
        }
        List<String> command = new ArrayList<>(List.of(program, "-B", "-f", repository.resolve("pom.xml").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private int locked(ProcessBuilder builder) throws IOException, InterruptedException {
        Path file = repository.resolve("local-stack/target/.maven.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return builder.start().waitFor();
        }
    }
}
