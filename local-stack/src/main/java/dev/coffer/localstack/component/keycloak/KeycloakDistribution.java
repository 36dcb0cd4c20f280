package dev.coffer.localstack.component.keycloak;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.FileStamp;
import dev.coffer.localstack.component.LogTail;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The unpacked Keycloak, with the build options that a fast start needs. */
final class KeycloakDistribution {
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true",
            // Otherwise the build looks for SSSD on the system bus, for ten seconds where there is no bus.
            "--spi-storage--sssd--enabled=false");
    private static final long BUILD_SECONDS = 300;

    private final Path directory;

    KeycloakDistribution(Path components) {
        this.directory = components.resolve("keycloak");
    }

    /** The built server. Builds it if necessary. */
    Path built() throws IOException, InterruptedException {
        Path server = unpacked();
        Path marker = directory.resolve(".built");
        try (FileChannel lock = FileChannel.open(directory.resolve(".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(marker) || !Files.readString(marker).equals(state(server))) {
                Files.deleteIfExists(marker);
                build(server);
                Files.writeString(marker, state(server));
            }
        }
        return server;
    }

    // Maven may unpack the archive again, which restores the files below lib/quarkus that the build has replaced.
    private static String state(Path server) {
        return String.join("\n", server.getFileName().toString(), BUILD_OPTIONS.toString(),
                FileStamp.of(server.resolve("lib/quarkus")));
    }

    private Path unpacked() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Files.exists(file.resolve("bin/kc.sh"))).findFirst()
                    .orElseThrow(() -> new ComponentException("there is no Keycloak in " + directory));
        }
    }

    private void build(Path server) throws IOException, InterruptedException {
        Path log = directory.resolve("build.log");
        List<String> command = Stream.concat(Stream.of(server.resolve("bin/kc.sh").toString(), "build"),
                BUILD_OPTIONS.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
        Process build = builder.start();
        if (!build.waitFor(BUILD_SECONDS, TimeUnit.SECONDS) || build.exitValue() != 0) {
            build.destroyForcibly();
            throw new ComponentException("keycloak: its build failed; the end of " + log + ":\n" + LogTail.of(log, 20));
        }
    }
}
