package dev.coffer.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The processes of the stack under test. */
public final class Stack {
    private static final String PIDS = "COFFER_PID_";
    private static final Set<String> SERVICES = Set.of("asset", "userdata", "files", "blob");
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private Stack() {}

    /** Names of all processes, such as {@code blob-service} and {@code kafka}. */
    public static List<String> components() {
        return Environment.withPrefix(PIDS).keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** Names of the processes of Coffer itself. */
    public static List<String> services() {
        return components().stream().filter(name -> SERVICES.contains(name.replaceAll("-service$", ""))).toList();
    }

    public static long pid(String component) {
        return Long.parseLong(Environment.get(PIDS + component.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** {@code kill -9}; returns when the process is gone. */
    public static void kill(String component) {
        ProcessHandle process = ProcessHandle.of(pid(component))
                .orElseThrow(() -> new IllegalStateException(component + " is not running"));
        process.destroyForcibly();
        Await.until(component + " is gone", Duration.ofSeconds(10), () -> !process.isAlive());
    }

    /** {@code ./coffer up}: starts again what is missing. Returns when everything is ready. */
    public static void repair() {
        configure(Map.of());
    }

    /** The same with other settings for all services, which keep them until they are told something else again. */
    public static void configure(Map<String, String> settings) {
        try {
            Path log = Path.of(Environment.get("COFFER_DIR"), "logs", "repair.log");
            ProcessBuilder command = new ProcessBuilder("bash", "-c", Environment.get("COFFER_COMMAND") + " up")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            command.environment().putAll(settings);
            Process up = command.start();
            boolean ended = up.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).as("coffer up ends").isTrue();
            assertThat(up.exitValue()).as("exit code of coffer up, see %s", log).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Environment.reload();
    }
}
