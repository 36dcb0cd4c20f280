package dev.coffer.localstack.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends the servers of a JVM when the JVM ends, also when it is killed: a small process that waits for the end of its
 * input, which only this JVM holds open.
 */
public final class Watchdog {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat > /dev/null
            boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)
            for file in "$0"/run/*.pid; do
                read -r pid birth < "$file" || continue
                # A number that now belongs to another process must not be killed; see ProcessIdentity.
                if [ -n "$boot" ]; then
                    [ "$boot/$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 20)" = "$birth" ] || continue
                fi
                kill -9 "$pid"
            done
            sleep 0.2
            rm -rf "$0"
            """;

    private Watchdog() {}

    /** When this JVM ends, kills the processes remembered below this directory and deletes the directory. */
    public static void guard(Path directory) throws IOException {
        Process watchdog = new ProcessBuilder("sh", "-c", SCRIPT, directory.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        // The hook only keeps the process reachable: otherwise its pipe would be closed.
        Runtime.getRuntime().addShutdownHook(new Thread(watchdog::isAlive));
    }
}
