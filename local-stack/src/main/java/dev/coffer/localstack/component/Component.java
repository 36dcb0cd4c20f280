package dev.coffer.localstack.component;

import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One server of the stack: how it is prepared, started, asked whether it is ready, and stopped. */
public interface Component {

    /** Its name in messages, file names and variables. */
    String name();

    /** The ports it will listen on; nobody else may have them. */
    List<Integer> ports();

    /** Whatever must be there before the start, also after a crash; called with the component not running. */
    void prepare() throws IOException, InterruptedException;

    /** The process to start. */
    Launch launch() throws IOException;

    /** Whether it serves. */
    boolean ready();

    /** What is to be done once it serves, again after each start: databases, buckets. */
    default void onceReady() throws IOException, InterruptedException {
    }

    /** The signal that asks for an orderly and prompt end. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long an orderly end may take before it is forced. */
    default Duration stopPatience() {
        return Duration.ofSeconds(15);
    }
}
