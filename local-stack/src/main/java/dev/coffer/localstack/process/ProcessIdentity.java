package dev.coffer.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The identity of a process, distinct from that of a later process with the same pid.
 *
 * @param pid   its number
 * @param birth when it was born, in a form that only has to be compared; never changes while it lives
 */
public record ProcessIdentity(long pid, String birth) {
    private static final Set<String> DEAD = Set.of("Z", "X");

    /** The process with this pid; empty if there is none, or only a zombie. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(ProcessIdentity::birthOf)
                .map(birth -> new ProcessIdentity(pid, birth));
    }

    /** Whether this very process lives. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    @Override
    public String toString() {
        return pid + " " + birth;
    }

    /** Reads what {@link #toString()} wrote; empty when it is something else. */
    public static Optional<ProcessIdentity> parse(String text) {
        String[] words = text.strip().split(" ", 2);
        if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]));
    }

    private static Optional<String> birthOf(ProcessHandle process) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return process.info().startInstant().map(Instant::toString);
        }
        try {
            return linuxBirth(process.pid());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    // The JDK derives the start time from the clock of the machine, which may change; ticks since boot do not. In a
    // container without an init process, dead processes stay as zombies.
    private static Optional<String> linuxBirth(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return DEAD.contains(afterName[0]) ? Optional.empty() : Optional.of(bootId() + "/" + afterName[19]);
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
