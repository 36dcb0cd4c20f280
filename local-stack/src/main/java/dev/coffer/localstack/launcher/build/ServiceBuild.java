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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the services that are missing or older than their sources. */
public final class ServiceBuild {
    private static final int LOG_LINES = 40;

    private final Path repository;
    private final Maven maven;

    public ServiceBuild(Path repository, Maven maven) {
        this.repository = repository;
        this.maven = maven;
    }

    /** Brings all of these up to date. */
    public void ensure(List<ServiceName> services, Path log, Console console) throws IOException, InterruptedException {
        List<ServiceName> stale = new ArrayList<>();
        for (ServiceName service : services) {
            if (isStale(service)) {
                stale.add(service);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        String modules = stale.stream().map(ServiceName::module).collect(Collectors.joining(","));
        console.say("Building " + modules + " (the first time Maven fetches what it needs; see " + log + ") …");
        int exit = maven.build(
                List.of("-q", "-T", "1C", "-pl", modules, "-am", "-Dmaven.test.skip=true", "package"), log);
        if (exit != 0) {
            throw new UsageException("the build failed; the end of " + log + ":\n" + LogTail.of(log, LOG_LINES));
        }
    }

    private boolean isStale(ServiceName service) throws IOException {
        Path built = repository.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(built)) {
            return true;
        }
        long builtAt = Files.getLastModifiedTime(built).toMillis();
        for (Path source : sources(service)) {
            if (newest(source) > builtAt) {
                return true;
            }
        }
        return false;
    }

    private List<Path> sources(ServiceName service) {
        return Stream.of("pom.xml", "common/pom.xml", "common/src/main", "rendering/pom.xml", "rendering/src/main",
                service.module() + "/pom.xml", service.module() + "/src/main").map(repository::resolve).toList();
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
