package dev.coffer.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    @TempDir
    private Path directory;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        process = new Launch(List.of("sleep", "600"), Map.of(), directory, directory.resolve("logs/x.log")).start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void findsWhatItRemembers() throws Exception {
        new ProcessTable(directory).remember("x", process.pid());
        assertThat(new ProcessTable(directory).find("x")).map(ProcessIdentity::pid).contains(process.pid());
    }

    @Test
    void aKilledProcessIsNotFoundButNotForgotten() throws Exception {
        ProcessTable table = new ProcessTable(directory);
        table.remember("x", process.pid());
        Stopper.stop(table.find("x").orElseThrow(), "KILL", Duration.ofSeconds(5));
        assertThat(table.find("x")).isEmpty();
        assertThat(table.isRemembered("x")).isTrue();
        table.forget("x");
        assertThat(table.isRemembered("x")).isFalse();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotOurs() throws Exception {
        Files.writeString(directory.resolve("x.pid"), process.pid() + " of-an-earlier-boot/12345\n");
        assertThat(new ProcessTable(directory).find("x")).isEmpty();
    }

    @Test
    void aDamagedFileIsLikeNone() throws Exception {
        Files.writeString(directory.resolve("x.pid"), "not a number\n");
        assertThat(new ProcessTable(directory).find("x")).isEmpty();
        Files.writeString(directory.resolve("y.pid"), "");
        assertThat(new ProcessTable(directory).find("y")).isEmpty();
    }

    @Test
    void aProcessThatIgnoresTheSignalIsKilled() throws Exception {
        Process stubborn = new Launch(List.of("sh", "-c", "trap '' TERM; echo on; while :; do sleep 1; done"), Map.of(),
                directory, directory.resolve("logs/stubborn.log")).start();
        Await.until(() -> directory.resolve("logs/stubborn.log").toFile().length() > 0, Duration.ofSeconds(5));
        Stopper.stop(ProcessIdentity.of(stubborn.pid()).orElseThrow(), "TERM", Duration.ofMillis(200));
        assertThat(stubborn.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void aLaunchedProcessLeadsASessionOfItsOwn() throws Exception {
        Process ps = new ProcessBuilder("ps", "-o", "sess=", "-p", Long.toString(process.pid())).start();
        String session = new String(ps.getInputStream().readAllBytes()).strip();
        assertThat(session).isEqualTo(Long.toString(process.pid()));
    }
}
