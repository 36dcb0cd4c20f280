package dev.coffer.localstack.launcher.build;

import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Builds the services that are missing or older than their sources. */
public final class ServiceBuild {
    private static final int LOG_LINES = 40;

    private final Path repository;
    private final Maven maven;
    private final Packaging packaging;

    public ServiceBuild(Path repository, Maven maven, Packaging packaging) {
        this.repository = repository;
        this.maven = maven;
        this.packaging = packaging;
    }

    /** Brings all of these up to date. */
    public void ensure(List<ServiceName> services, Path log, Console console) throws IOException, InterruptedException {
        List<String> stale = new ArrayList<>();
        for (ServiceName service : services) {
            if (isStale(service)) {
                stale.add(service.module());
            }
        }
        if (!stale.isEmpty()) {
            build(stale, log, console);
        }
    }

    /** The program that makes images, brought up to date. */
    public Path imageProgram(Path log, Console console) throws IOException, InterruptedException {
        Path module = repository.resolve("images");
        Path program = module.resolve("target/coffer-images.jar");
        if (isOlder(program, sources("images/pom.xml", "images/src/main", "local-stack/src/main"))) {
            build(List.of("images"), log, console);
        }
        return program;
    }

    private void build(List<String> modules, Path log, Console console) throws IOException, InterruptedException {
        String names = String.join(",", modules);
        console.say("Building " + names + " (the first time Maven fetches what it needs; see " + log + ") …");
        List<String> arguments =
                new ArrayList<>(List.of("-q", "-T", "1C", "-pl", names, "-am", "-Dmaven.test.skip=true"));
        arguments.addAll(packaging.settings());
        arguments.add("package");
        arguments.addAll(packaging.goals());
        if (maven.build(arguments, log) != 0) {
            throw new UsageException("the build failed; the end of " + log + ":\n" + LogTail.of(log, LOG_LINES));
        }
    }

    private boolean isStale(ServiceName service) throws IOException {
        String module = service.module();
        return isOlder(repository.resolve(module).resolve("target").resolve(packaging.directory())
                .resolve("quarkus-run.jar"),
                sources("common/pom.xml", "common/src/main", "rendering/pom.xml", "rendering/src/main",
                        module + "/pom.xml", module + "/src/main"));
    }

    private List<Path> sources(String... own) {
        return Stream.concat(Stream.of("pom.xml"), Stream.of(own)).map(repository::resolve).toList();
    }

    private static boolean isOlder(Path built, List<Path> sources) throws IOException {
        if (!Files.exists(built)) {
            return true;
        }
        long builtAt = Files.getLastModifiedTime(built).toMillis();
        for (Path source : sources) {
            if (newest(source) > builtAt) {
                return true;
            }
        }
        return false;
    }

    private static long newest(Path source) throws IOException {
        if (!Files.exists(source)) {
            return 0;
        }
        long newest = 0;
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return newest;
    }
}
