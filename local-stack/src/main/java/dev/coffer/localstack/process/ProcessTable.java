package dev.coffer.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the processes of one stack in files, one per component, across runs of the launcher. Only returns a process
 * that is still the recorded one.
 */
public final class ProcessTable {
    private final Path directory;

    /** The table kept in this directory, which is made when the first process is remembered. */
    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    /** Remembers that this process is the component. */
    public void remember(String name, long pid) throws IOException {
        ProcessIdentity identity = ProcessIdentity.of(pid)
                .orElseThrow(() -> new IOException(name + " ended at once"));
        Files.createDirectories(directory);
        Files.writeString(file(name), identity + "\n");
    }

    /** The running process of the component; empty if it has ended, even if another process has its pid now. */
    public Optional<ProcessIdentity> find(String name) {
        try {
            return ProcessIdentity.parse(Files.readString(file(name))).filter(ProcessIdentity::isAlive);
        } catch (IOException notRemembered) {
            return Optional.empty();
        }
    }

    /** Whether the component was started and not stopped: if it does not run, it has crashed. */
    public boolean isRemembered(String name) {
        return Files.exists(file(name));
    }

    /** Forgets the component. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".pid");
    }
}
