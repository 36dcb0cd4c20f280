package dev.coffer.localstack.process;

import java.io.IOException;
import java.time.Duration;

/** Stops processes: with a signal, and then by force. */
public final class Stopper {
    private static final Duration KILL_WAIT = Duration.ofSeconds(10);

    private Stopper() {}

    /** Sends the signal (TERM, INT …), kills the process after the timeout, and returns when it has ended. */
    public static void stop(ProcessIdentity process, String signal, Duration timeout)
            throws IOException, InterruptedException {
        send(process, signal);
        if (!endsWithin(process, timeout)) {
            send(process, "KILL");
            if (!endsWithin(process, KILL_WAIT)) {
                throw new IOException("process " + process.pid() + " does not end");
            }
        }
    }

    private static boolean endsWithin(ProcessIdentity process, Duration timeout) throws InterruptedException {
        return Await.until(() -> !process.isAlive(), timeout);
    }

    private static void send(ProcessIdentity process, String signal) throws IOException, InterruptedException {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor();
        }
    }
}
