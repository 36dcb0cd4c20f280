package dev.coffer.acceptance.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the machine that was run to its end, or to the end of the patience with it. */
record Program(boolean succeeded, String said) {

    /** Runs it in a directory, with the environment of this process. One that cannot be started has not succeeded. */
    static Program run(Path directory, Duration patience, List<String> command) throws InterruptedException, IOException {
        Path log = Files.createTempFile("program", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(log);
            return ended
                    ? new Program(process.exitValue() == 0, said)
                    : new Program(false, said + "\nIt did not end within " + patience.toSeconds() + " s.");
        } catch (IOException notThere) {
            return new Program(false, notThere.getMessage());
        } finally {
            Files.delete(log);
        }
    }
}
