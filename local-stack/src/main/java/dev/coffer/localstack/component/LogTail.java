package dev.coffer.localstack.component;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {
    private static final long WINDOW_BYTES = 64 * 1024L;

    private LogTail() {}

    /** The last lines of the file, of its last 64 KiB at most; a note if it is missing. */
    public static String of(Path log, int lines) {
        if (!Files.exists(log)) {
            return "  (no output)";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - WINDOW_BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "  (" + e.getMessage() + ")";
        }
    }
}
