package dev.coffer.localstack.component.postgres;

import dev.coffer.localstack.process.Await;
import dev.coffer.localstack.process.ProcessIdentity;
import dev.coffer.localstack.process.Stopper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a killed PostgreSQL leaves behind. Its own check of the lock file asks only whether the number in it is in use,
 * and so never starts again when some other program got that number, or when nobody buries the dead process.
 */
final class PostgresRemains {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private PostgresRemains() {
    }

    /** Waits for the last of the old processes, which must not touch the data any more, then frees the data. */
    static void clear(Path program, Path data) throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        if (!Await.until(() -> alive(program).isEmpty(), TIMEOUT)) {
            for (ProcessIdentity process : alive(program)) {
                Stopper.stop(process, "KILL", TIMEOUT);
            }
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private static List<ProcessIdentity> alive(Path program) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().filter(program.toString()::equals).isPresent())
                .flatMap(process -> ProcessIdentity.of(process.pid()).stream())
                .toList();
    }
}
