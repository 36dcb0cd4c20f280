package dev.coffer.localstack.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a process that outlives the one that starts it.
 *
 * @param command     the program and its arguments
 * @param environment what is put on top of the inherited environment
 * @param directory   its working directory
 * @param log         where its output is appended
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {

    private static final long MAX_LOG_BYTES = 32 * 1024 * 1024L;

    /** Starts it in a session of its own, so that neither Ctrl-C nor the end of the calling shell reaches it. */
    public Process start() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(log.getParent());
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> detached = new ArrayList<>(newSession());
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    // All of these replace themselves by the command, so the pid stays that of the component.
    private static List<String> newSession() {
        return OnPath.find("setsid").map(Path::toString).map(List::of)
                .or(() -> OnPath.find("perl").map(perl ->
                        List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die \"$!\"")))
                .orElse(List.of("nohup"));
    }
}
