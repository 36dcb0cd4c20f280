package dev.coffer.localstack.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.Ports;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.EnvFile;
import dev.coffer.localstack.process.ProcessIdentity;
import dev.coffer.localstack.process.Stopper;
import dev.coffer.localstack.process.Watchdog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code ./coffer} on a stack of the components that start quickly. All tests share it, in any order,
 * as each begins with {@code up} or {@code reset}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackIT {
    private static final Path REPOSITORY =
            Path.of(System.getProperty("coffer.components")).getParent().getParent().getParent();

    private final Ports ports = Ports.free();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Path directory;

    @BeforeAll
    void create() throws Exception {
        Path parent = Files.createTempDirectory("coffer-stack-it-");
        directory = parent.resolve("stack");
        Watchdog.guard(directory);
    }

    @AfterAll
    void destroy() throws Exception {
        reset();
        Files.deleteIfExists(directory.getParent());
    }

    @Test
    void upRepairsWhatWasKilledAndLeavesTheRestAlone() throws Exception {
        Map<String, String> before = up();
        try (Connection connection = DriverManager.getConnection(before.get("COFFER_JDBC_URL_ASSET"))) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 1");
        }
        kill(before, "EDGE");
        kill(before, "POSTGRES");

        Map<String, String> after = up();

        assertThat(after.get("COFFER_PID_S3")).isEqualTo(before.get("COFFER_PID_S3"));
        assertThat(after.get("COFFER_PID_EDGE")).isNotEqualTo(before.get("COFFER_PID_EDGE"));
        assertThat(withoutProcesses(after)).isEqualTo(withoutProcesses(before));
        try (Connection connection = DriverManager.getConnection(after.get("COFFER_JDBC_URL_ASSET"))) {
            connection.createStatement().execute("SELECT * FROM kept");
        }
    }

    @Test
    void dataSurvivesDownAndIsGoneAfterReset() throws Exception {
        Map<String, String> before = up();
        new DownCommand(REPOSITORY, options("down"), console()).run();
        assertThat(new StatusCommand(REPOSITORY, options("status"), console()).run()).isOne();
        assertThat(withoutProcesses(up())).isEqualTo(withoutProcesses(before));
        reset();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aPortInUseIsNamedBeforeAnythingIsStarted() throws Exception {
        reset();
        try (ServerSocket other = new ServerSocket(ports.s3(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(this::up).isInstanceOf(ComponentException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " of s3 is in use");
        }
        assertThat(directory.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void whenTheBuildFailsTheServersRunAndNoService(@TempDir Path repository) throws Exception {
        reset();
        Path target = Files.createDirectories(repository.resolve("local-stack/target"));
        Files.createSymbolicLink(target.resolve("components"), REPOSITORY.resolve("local-stack/target/components"));
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("COFFER_MAVEN", "false");
        Options options = Options.parse(List.of("up", "--only", "postgres,s3,blob"), environment, REPOSITORY);

        assertThatThrownBy(() -> new UpCommand(repository, options, console()).run())
                .isInstanceOf(UsageException.class).hasMessageStartingWith("the build failed");
        assertThat(output.toString()).containsPattern("build +failed");
        assertThat(directory.resolve("run")).isDirectoryNotContaining("glob:**blob-service*");
        assertThat(up()).containsKey("COFFER_PID_S3");
        assertThat(output.toString()).containsPattern("s3 +was running");
    }

    @Test
    void anotherStoreThanLastTimeIsRefused() throws Exception {
        up();
        Options other = Options.parse(List.of("up", "--s3", "minio"), environment(), REPOSITORY);
        assertThatThrownBy(() -> new UpCommand(REPOSITORY, other, console()).run())
                .isInstanceOf(UsageException.class).hasMessageContaining("S3Proxy");
    }

    @Test
    void aStoreThatIsNotThereIsNamedAndForgotten() throws Exception {
        reset();
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(Map.of("COFFER_S3_ACCESS_KEY", "somebody", "COFFER_S3_SECRET_KEY", "secret"));
        Options mistyped = Options.parse(
                List.of("up", "--only", "postgres", "--s3", "http://127.0.0.1:1"), environment, REPOSITORY);
        assertThatThrownBy(() -> new UpCommand(REPOSITORY, mistyped, console()).run())
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("the store at http://127.0.0.1:1/ cannot be reached");
        assertThat(up()).containsKey("COFFER_PID_S3");
    }

    @Test
    void statusAsksAnExternalStore(@TempDir Path other) throws Exception {
        Map<String, String> store = up();
        Map<String, String> environment = new HashMap<>(store);
        environment.putAll(Map.of("COFFER_DIR", other.resolve("stack").toString(),
                "COFFER_PORT_BASE", Integer.toString(Ports.free().base())));
        List<String> arguments = List.of("up", "--yes", "--only", "postgres,s3", "--s3", store.get("COFFER_S3_URL"));
        Options options = Options.parse(arguments, environment, REPOSITORY);
        Watchdog.guard(options.directory());
        new UpCommand(REPOSITORY, options, console()).run();
        assertThat(new StatusCommand(REPOSITORY, options, console()).run()).isZero();

        kill(store, "S3");

        assertThat(new StatusCommand(REPOSITORY, options, console()).run()).isOne();
        assertThat(output.toString()).containsPattern("s3 +no answer");
        new ResetCommand(REPOSITORY, options, console()).run();
    }

    @Test
    void secretsAreReadableForTheirOwnerOnly() throws Exception {
        up();
        assertThat(Files.getPosixFilePermissions(directory)).hasSize(3);
        assertThat(Files.getPosixFilePermissions(directory.resolve("env"))).hasSize(2);
        assertThat(Files.getPosixFilePermissions(directory.resolve("state.properties"))).hasSize(2);
    }

    private void reset() throws Exception {
        new ResetCommand(REPOSITORY, options("reset"), console()).run();
    }

    private Map<String, String> up() throws Exception {
        new UpCommand(REPOSITORY, options("up"), console()).run();
        return new EnvFile(directory.resolve("env")).read();
    }

    private static Map<String, String> withoutProcesses(Map<String, String> variables) {
        variables.keySet().removeIf(name -> name.startsWith("COFFER_PID_"));
        return variables;
    }

    private static void kill(Map<String, String> variables, String component) throws Exception {
        long pid = Long.parseLong(variables.get("COFFER_PID_" + component));
        Stopper.stop(ProcessIdentity.of(pid).orElseThrow(), "KILL", Duration.ofSeconds(5));
    }

    private Options options(String command) {
        return Options.parse(List.of(command, "--yes", "--only", "postgres,s3,edge"), environment(), REPOSITORY);
    }

    private Map<String, String> environment() {
        return Map.of("COFFER_DIR", directory.toString(), "COFFER_PORT_BASE", Integer.toString(ports.base()));
    }

    private Console console() {
        return new Console(new PrintStream(output));
    }
}
