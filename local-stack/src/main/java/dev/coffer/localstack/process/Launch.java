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
 * How to start a detached process.
 *
 * @param command     the program and its arguments
 * @param environment what is put on top of the inherited environment
 * @param directory   its working directory
 * @param log         where its output is appended
 * @param withheld    how variables begin that are not inherited
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory, Path log,
        List<String> withheld) {

    private static final long MAX_LOG_BYTES = 32 * 1024 * 1024L;

    /** With the whole inherited environment. */
    public Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {
        this(command, environment, directory, log, List.of());
    }

    /** The same, but without those variables of the inherited environment that begin with one of these. */
    public Launch without(String... prefixes) {
        return new Launch(command, environment, directory, log, List.of(prefixes));
    }

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
        builder.environment().keySet().removeIf(name -> withheld.stream().anyMatch(name::startsWith));
        builder.environment().putAll(environment);
        return builder.start();
    }

    // All of these replace themselves by the command, so the pid stays that of the component.
    private static List<String> newSession() {
        return OnPath.find("setsid").map(Path::toString).map(List::of)
                .or(() -> OnPath.find("perl").map(
                        perl -> List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die \"$!\"")))
                .orElse(List.of("nohup"));
    }
}
