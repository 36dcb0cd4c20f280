package dev.coffer.images.training;

import dev.coffer.images.archive.OciArchive;
import dev.coffer.images.archive.Unpacker;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.component.PortCheck;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Await;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts the program of an image once, from its unpacked files and by its own command, and has the JVM write an AOT
 * cache of what it loaded and linked. The JVM takes a cache only with the same runtime, and with the same jars of the
 * same times in the same order; the directory that they are in may be another one.
 */
public final class Training {
    // Ten times what it takes on a machine that has nothing else to do.
    private static final Duration TIME_TO_START = Duration.ofMinutes(5);
    private static final Duration TIME_TO_WRITE = Duration.ofMinutes(5);
    // The JVM that writes the cache has the same options, and dies with 640 MB.
    private static final String HEAP = "-Xmx2g";
    // Of adapters with the same hash the cache of JDK 25 has one, and each start without the other would warn.
    private static final List<String> WITHOUT_ADAPTERS =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching");
    private static final int LOG_LINES = 20;

    /** Each answers with something, if only a refusal, and so loads what answers it. */
    private static final List<String> REQUESTS =
            List.of("/docs", "/api/assets", "/api/userdata?dir=", "/api/v1/projects/x/files", "/blob/x", "/internal/x");

    private final Path directory;

    /** What is needed on the way is put into this directory. */
    public Training(Path directory) {
        this.directory = directory;
    }

    /**
     * The AOT cache of an image; empty if its Java does not run on this machine.
     *
     * @param settings of the service, apart from ports
     * @throws ComponentException if the service does not get ready, or the cache does not get written
     */
    public Optional<Path> train(Path image, Map<String, String> settings) throws IOException, InterruptedException {
        Path root = directory.resolve("root");
        Trees.delete(root);
        try (OciArchive archive = new OciArchive(image)) {
            Unpacker.unpack(archive, root);
            ImageProgram program = ImageProgram.of(archive, root);
            if (!program.runsHere()) {
                return Optional.empty();
            }
            Path cache = directory.resolve("coffer.aot");
            Files.deleteIfExists(cache);
            run(program, cache, settings);
            return Optional.of(cache);
        } finally {
            Trees.delete(root);
        }
    }

    private void run(ImageProgram program, Path cache, Map<String, String> settings)
            throws IOException, InterruptedException {
        int api = PortCheck.anyFree();
        int management = PortCheck.anyFree();
        Path log = directory.resolve("training.log");
        List<String> command = new ArrayList<>(program.command());
        command.addAll(1, WITHOUT_ADAPTERS);
        command.addAll(1, List.of("-XX:AOTCacheOutput=" + cache, HEAP));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.workingDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(program.environment());
        builder.environment().putAll(settings);
        builder.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", "" + api,
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1", "QUARKUS_MANAGEMENT_PORT", "" + management));
        Process process = builder.start();
        try {
            String health = "http://127.0.0.1:" + management + "/q/health";
            boolean ready =
                    Await.until(() -> !process.isAlive() || Http.status(health).orElse(0) == 200, TIME_TO_START);
            if (!ready || !process.isAlive()) {
                throw failed("the service in the image does not get ready", log);
            }
            Http.status("http://127.0.0.1:" + management + "/q/metrics");
            REQUESTS.forEach(path -> Http.status("http://127.0.0.1:" + api + path));
            process.destroy();
            if (!process.waitFor(TIME_TO_WRITE.toSeconds(), TimeUnit.SECONDS) || !Files.exists(cache)) {
                throw failed("the AOT cache could not be written", log);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static ComponentException failed(String what, Path log) {
        return new ComponentException(what + " (--no-aot makes images without trying); the end of " + log + ":\n"
                + LogTail.of(log, LOG_LINES));
    }
}
