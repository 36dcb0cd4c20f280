package dev.coffer.acceptance.cost;

import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The resource usage of one process, from /proc. */
final class ProcessCost {
    private static final int KIB = 1024;

    private final String service;
    private final Path proc;

    ProcessCost(String service) {
        this.service = service;
        this.proc = Path.of("/proc", Long.toString(Stack.pid(service)));
    }

    static boolean measurable() {
        return Files.isDirectory(Path.of("/proc/self"));
    }

    /** Forgets the peak so far (proc(5), clear_refs). */
    void resetPeak() {
        try {
            Files.writeString(proc.resolve("clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Largest resident memory since the last reset, in bytes. */
    long peakMemory() {
        return number(proc.resolve("status"), "VmHWM:") * KIB;
    }

    /** Bytes that the process has caused to be written to disk since its start, deleted files included. */
    long writtenToDisk() {
        return number(proc.resolve("io"), "write_bytes:");
    }

    /** Bytes in its temporary directory at the moment. */
    long temporaryFiles() {
        Path directory = Path.of(Environment.get("COFFER_DIR"), "tmp", service);
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(ProcessCost::size).sum();
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long number(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
