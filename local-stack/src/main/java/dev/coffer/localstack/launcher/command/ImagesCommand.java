package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.launcher.build.Maven;
import dev.coffer.localstack.launcher.build.Packaging;
import dev.coffer.localstack.launcher.build.ServiceBuild;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./coffer images}: builds the services and the program that makes images of them, and runs it; its libraries
 * are not those of the launcher.
 */
public final class ImagesCommand {
    private static final String PROGRAM = "dev.coffer.images.Main";

    private final Path repository;
    private final Options options;
    private final Console console;

    public ImagesCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    public int run() throws IOException, InterruptedException {
        Path log = repository.resolve("local-stack/target/images-build.log");
        Maven maven = new Maven(repository, options.environment());
        ServiceBuild build = new ServiceBuild(repository, maven, Packaging.IMAGE);
        Path program = build.imageProgram(log, console);
        build.ensure(List.of(ServiceName.values()), log, console);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-cp", program + File.pathSeparator + program.resolveSibling("libraries/*"), PROGRAM,
                repository.toString(), Path.of("").toAbsolutePath().toString()));
        command.addAll(options.arguments());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
