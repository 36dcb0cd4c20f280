package dev.coffer.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The log of a service of the stack under test. */
public final class ServiceLog {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private ServiceLog() {}

    public static List<String> lines(String service) {
        Requires.that(Environment.find("COFFER_DIR").isPresent(), "COFFER_DIR says where the logs are");
        try {
            return Files.readString(
                    Path.of(Environment.get("COFFER_DIR"), "logs", service + ".log"), StandardCharsets.UTF_8).lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line like this, once it is there: a line is written after the client has its answer. */
    public static String await(String service, String what, Predicate<String> wanted) {
        AtomicReference<String> found = new AtomicReference<>();
        Await.until("the log of " + service + " has " + what, TIMEOUT, () -> {
            Optional<String> line = lines(service).stream().filter(wanted).findFirst();
            line.ifPresent(found::set);
            return line.isPresent();
        });
        return found.get();
    }
}
