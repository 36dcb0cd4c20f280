package dev.coffer.acceptance.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The result of an external program that ended or ran into its timeout. */
record Program(boolean succeeded, String said) {

    /**
     * Runs the program in a directory, with the environment of this process. A program that cannot be started counts as
     * failed.
     */
    static Program run(Path directory, Duration timeout, List<String> command)
            throws InterruptedException, IOException {
        Path log = Files.createTempFile("program", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(log);
            return ended
                    ? new Program(process.exitValue() == 0, said)
                    : new Program(false, said + "\nIt did not end within " + timeout.toSeconds() + " s.");
        } catch (IOException notThere) {
            return new Program(false, notThere.getMessage());
        } finally {
            Files.delete(log);
        }
    }
}
