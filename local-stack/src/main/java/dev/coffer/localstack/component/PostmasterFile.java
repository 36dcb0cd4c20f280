package dev.coffer.localstack.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lock file of PostgreSQL. A leftover whose number is free is dealt with by PostgreSQL itself, which also sees to
 * it that the last of the old processes are gone; one whose number now belongs to some other program would keep it
 * from starting for ever.
 */
final class PostmasterFile {
    private PostmasterFile() {
    }

    static void removeIfStale(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        boolean somebodyElse = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> !command.endsWith("/postgres"))
                .isPresent();
        if (pid < 0 || somebodyElse) {
            Files.delete(file);
        }
    }
}
