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
 * What a killed PostgreSQL leaves behind. PostgreSQL itself only checks whether a process with the pid in the lock file
 * exists, and so refuses to start if another program has that pid now, or if the dead process is a zombie.
 */
final class PostgresRemains {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private PostgresRemains() {}

    /** Waits for the end of all old processes, which must not write any more, then deletes the lock file. */
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
