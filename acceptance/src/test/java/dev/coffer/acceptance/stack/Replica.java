package dev.coffer.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A further process of a service that runs: the same program and settings but for its ports and what a test changes. */
public final class Replica implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int api = freePort();
    private final int management = freePort();
    private final Path log;
    private final Process process;

    /**
     * Starts it. It belongs to nobody but the test: the edge does not know it.
     *
     * @param service such as {@code userdata-service}
     * @param settings environment variables that go before those of the service
     */
    public Replica(String service, Map<String, String> settings) {
        try {
            Path running = Path.of("/proc", Long.toString(Stack.pid(service)));
            log = Path.of(Environment.get("COFFER_DIR"), "logs", "replica-of-" + service + "-" + api + ".log");
            ProcessBuilder command = new ProcessBuilder(words(running.resolve("cmdline")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Map<String, String> environment = command.environment();
            environment.clear();
            words(running.resolve("environ")).forEach(variable -> environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1)));
            environment.putAll(settings);
            environment.put("QUARKUS_HTTP_PORT", Integer.toString(api));
            environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this machine says how its processes were started. */
    public static boolean possible() {
        return Files.isDirectory(Path.of("/proc/self")) && Environment.find("COFFER_DIR").isPresent();
    }

    private static List<String> words(Path file) throws IOException {
        return Arrays.stream(Files.readString(file, StandardCharsets.UTF_8).split("\0"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its API is. */
    public String url() {
        return "http://127.0.0.1:" + api;
    }

    /** The status that a probe gets, {@code live}, {@code started} or {@code ready}; 0 without an answer. */
    public int probe(String name) {
        URI url = URI.create("http://127.0.0.1:" + management + "/q/health/" + name);
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public void awaitReady() {
        Await.until("a replica is ready, see " + log, TIMEOUT, () -> {
            assertThat(process.isAlive()).as("it has not ended, see %s", log).isTrue();
            return probe("ready") == 200;
        });
    }

    /** Waits until its log has this text. */
    public void awaitSaid(String text) {
        Await.until("\"" + text + "\" in " + log, TIMEOUT, () -> said(text));
    }

    /** Whether its log has this text. */
    public boolean said(String text) {
        try {
            return Files.readString(log).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it to stop, as a cluster does. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end. Returns its exit code. */
    public int awaitExit() {
        try {
            assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).as("it ends, see %s", log).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
