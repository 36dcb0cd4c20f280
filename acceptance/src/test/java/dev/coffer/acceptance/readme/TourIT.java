package dev.coffer.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Requires;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The tour of the README, pasted into a shell: every command works as it stands there. */
@Order(60)
class TourIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SECTION = Pattern.compile("(?ms)^## [^\n]*\\bTour\\b[^\n]*\n(.*?)(?=^## |\\z)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\s*\n(.*?)^```");
    private static final int TIMEOUT_SECONDS = 120;

    private final Path desk = Path.of("target", "tour").toAbsolutePath();

    /** A working directory that looks like the repository, with the stack under test as its {@code .coffer}. */
    @BeforeEach
    void lookLikeTheRepository() throws IOException {
        Requires.that(Environment.find("COFFER_DIR").isPresent(), "COFFER_DIR says where the env file is");
        clear();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(REPOSITORY)) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(".coffer")) {
                    Files.createSymbolicLink(desk.resolve(file.getFileName()), file);
                }
            }
        }
        Files.createSymbolicLink(desk.resolve(".coffer"), Path.of(Environment.get("COFFER_DIR")));
    }

    @Test
    void everyCommandOfTheTourWorks() throws IOException, InterruptedException {
        String script = tour();
        assertThat(script).as("the README has a section Tour with sh blocks").isNotBlank();
        Path log = desk.resolve("tour.log");
        Process shell =
                new ProcessBuilder("bash", "-c", "set -euo pipefail; set -a; . .coffer/env; set +a; set -x\n" + script)
                        .directory(desk.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = shell.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            shell.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(ended).as("the tour ends: %s", said).isTrue();
        assertThat(shell.exitValue()).as("exit code of the tour: %s", said).isZero();
        assertThat(said).as("no answer of the tour is an error").doesNotContainPattern("HTTP/1\\.1 [45]\\d\\d");
    }

    private void clear() throws IOException {
        Files.createDirectories(desk);
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(desk)) {
            for (Path file : remains) {
                Files.delete(file);
            }
        }
    }

    private static String tour() throws IOException {
        Path readme = REPOSITORY.resolve("README.md");
        Requires.that(Files.exists(readme), "There is no README.md yet");
        return SECTION.matcher(Files.readString(readme)).results()
                .map(section -> section.group(1))
                .flatMap(section -> BLOCK.matcher(section).results())
                .map(TourIT::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(MatchResult block) {
        return block.group(1);
    }
}
