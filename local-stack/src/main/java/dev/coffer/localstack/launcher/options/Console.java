package dev.coffer.localstack.launcher.options;

import java.io.PrintStream;
import java.time.Duration;

/** Output to the terminal. */
public final class Console {
    private final PrintStream out;
    private final long start = System.nanoTime();

    /** Writing there. */
    public Console(PrintStream out) {
        this.out = out;
    }

    /** One line. */
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** One line about a component, with the time since the start. */
    public void progress(String component, String what) {
        say("  %-17s %-28s %5.1f s".formatted(component, what, elapsed().toMillis() / 1000.0));
    }

    /** Without a newline. */
    public synchronized void ask(String question) {
        out.print(question);
        out.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
