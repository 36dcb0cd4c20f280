package dev.coffer.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.stack.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients as their makers publish them: every {@code *.test.mjs} of acceptance/clients, run by Node. */
@Order(17)
class ClientsIT {
    private static final Path CLIENTS = Path.of("clients").toAbsolutePath();
    private static final int OLDEST_NODE = 20;
    private static final Duration INSTALLATION = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int AT_ONCE = 2;
    private static final String FAILURES = "failing tests:";
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");

    private static final Map<String, Future<Program>> RUNS = new ConcurrentHashMap<>();

    private static String lacking;

    @BeforeAll
    static void lookForNodeAndTheClients() throws IOException, InterruptedException {
        lacking = nodeVersion() < OLDEST_NODE
                ? "Node %d or newer is not on the PATH: the clients from npm are not tried".formatted(OLDEST_NODE)
                : install();
        if (lacking.isEmpty()) {
            begin();
        }
    }

    /** Two at a time, since they spend more time waiting than working. */
    private static void begin() throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (String file : testFiles()) {
                RUNS.put(file, threads.submit(() -> Program.run(
                        CLIENTS, TIMEOUT, List.of("node", "--test", "--test-reporter=spec", file))));
            }
        }
    }

    /** In @BeforeEach, because the reports give no reason for a class that is skipped as a whole. */
    @BeforeEach
    void requireNodeAndTheClients() {
        Requires.that(lacking.isEmpty(), lacking);
    }

    static List<String> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(CLIENTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("testFiles")
    void everythingThatTheClientDoesWorks(String file) throws ExecutionException, InterruptedException {
        Program tests = RUNS.get(file).get();
        assertThat(tests.succeeded()).withFailMessage(() -> file + " fails:\n" + failures(tests.said())).isTrue();
    }

    /** Node repeats at the end what failed. */
    private static String failures(String said) {
        return said.substring(Math.max(0, said.indexOf(FAILURES)));
    }

    /** The major version, or 0 without one. */
    private static int nodeVersion() throws IOException, InterruptedException {
        String said = Program.run(CLIENTS, TIMEOUT, List.of("node", "--version")).said();
        return VERSION.matcher(said).results()
                .mapToInt(version -> Integer.parseInt(version.group(1)))
                .findFirst()
                .orElse(0);
    }

    /** What went wrong, if anything. */
    private static String install() throws IOException, InterruptedException {
        if (installed()) {
            return "";
        }
        Program npm = Program.run(CLIENTS, INSTALLATION,
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        return npm.succeeded() ? "" : "npm cannot install the clients of acceptance/clients: " + npm.said();
    }

    /** npm touches its own lock file when it installs; package-lock.json is newer if it has changed since. */
    private static boolean installed() throws IOException {
        Path done = CLIENTS.resolve("node_modules/.package-lock.json");
        Path asked = CLIENTS.resolve("package-lock.json");
        return Files.exists(done)
                && Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(asked)) >= 0;
    }
}
