package dev.coffer.localstack.component;

import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One server of the stack: how it is prepared, started, checked and stopped. */
public interface Component {
    /** Stands in {@link #after()} for the build. */
    String BUILD = "build";

    /** Its name in messages, file names and variables. */
    String name();

    /** The ports it will listen on; no other component may have them. */
    List<Integer> ports();

    /** Creates what must exist before the start, also after a crash. Called while the component does not run. */
    void prepare() throws IOException, InterruptedException;

    /** The process to start. */
    Launch launch() throws IOException;

    /** Whether it serves. */
    boolean ready();

    /** The components that must serve before this one is started; {@link #BUILD} if it comes from this repository. */
    default List<String> after() {
        return List.of();
    }

    /** Whether the running process has to be restarted because its program or settings have changed. */
    default boolean outdated() {
        return false;
    }

    /** The signal for a prompt and orderly shutdown. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long the shutdown may take before the process is killed. */
    default Duration stopTimeout() {
        return Duration.ofSeconds(15);
    }
}
