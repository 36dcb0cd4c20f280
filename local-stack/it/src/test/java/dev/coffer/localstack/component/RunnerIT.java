package dev.coffer.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.component.postgres.PostgresComponent;
import dev.coffer.localstack.process.ProcessIdentity;
import dev.coffer.localstack.process.Stopper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components between two runs of the launcher, tested with PostgreSQL, the most sensitive to crashes. */
class RunnerIT {
    @TempDir
    private Path directory;
    private StackLayout layout;
    private PostgresComponent postgres;

    @BeforeEach
    void create() throws Exception {
        layout = new StackLayout(directory, Path.of(System.getProperty("coffer.components")));
        postgres = new PostgresComponent(layout, PortCheck.anyFree(), "secret");
    }

    @AfterEach
    void stop() throws Exception {
        new Runner(layout).stop(postgres);
    }

    @Test
    void whatServesIsLeftAlone() throws Exception {
        assertThat(new Runner(layout).start(postgres)).isTrue();
        Optional<ProcessIdentity> first = new Runner(layout).process(postgres);
        assertThat(new Runner(layout).start(postgres)).isFalse();
        assertThat(new Runner(layout).process(postgres)).isEqualTo(first);
    }

    @Test
    void whatWasKilledComesBackWithItsData() throws Exception {
        Runner runner = new Runner(layout);
        runner.start(postgres);
        execute("CREATE TABLE kept AS SELECT 1");
        Stopper.stop(runner.process(postgres).orElseThrow(), "KILL", Duration.ofSeconds(5));
        assertThat(runner.hasDied(postgres)).isTrue();
        assertThat(runner.start(postgres)).isTrue();
        execute("SELECT * FROM kept");
    }

    @Test
    void aLockFileWithTheNumberOfAnotherProgramIsNoObstacle() throws Exception {
        Runner runner = new Runner(layout);
        runner.start(postgres);
        Path lock = layout.data("postgres").resolve("postmaster.pid");
        String content = Files.readString(lock);
        runner.stop(postgres);
        Files.writeString(lock, content.replaceFirst("^[0-9]+", Long.toString(ProcessHandle.current().pid())));
        assertThat(runner.start(postgres)).isTrue();
    }

    @Test
    void aFailureNamesTheComponentAndShowsItsLog() throws Exception {
        Runner runner = new Runner(layout);
        runner.start(postgres);
        runner.stop(postgres);
        Files.delete(layout.data("postgres").resolve("global/pg_control"));
        assertThatThrownBy(() -> runner.start(postgres))
                .isInstanceOf(ComponentException.class)
                .hasMessageStartingWith("postgres ended during its start")
                .hasMessageContaining("pg_control");
    }

    @Test
    void aKilledInitialisationIsBegunAgain() throws Exception {
        Files.createDirectories(layout.data("postgres-unfinished").resolve("base"));
        assertThat(new Runner(layout).start(postgres)).isTrue();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = postgres.connect("postgres")) {
            connection.createStatement().execute(sql);
        }
    }
}
