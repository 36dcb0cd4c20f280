package dev.coffer.localstack.component;

import dev.coffer.localstack.process.Await;
import dev.coffer.localstack.process.ProcessIdentity;
import dev.coffer.localstack.process.ProcessTable;
import dev.coffer.localstack.process.Stopper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Starts and stops the components of one stack, and keeps track of their processes. */
public final class Runner {
    private static final Duration READY_WAIT = Duration.ofSeconds(120);
    private static final int LOG_LINES = 20;
    private static final int LAST_WORDS = 5;
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final StackLayout layout;
    private final ProcessTable processes;

    /** For the stack in this directory. */
    public Runner(StackLayout layout) {
        this.layout = layout;
        this.processes = new ProcessTable(layout.processes());
    }

    /**
     * Starts the component and waits until it is ready; does nothing if it runs and is up to date.
     *
     * @return whether it had to be started
     * @throws ComponentException when it does not come up
     */
    public boolean start(Component component) throws IOException, InterruptedException {
        if (process(component).isPresent() && component.outdated()) {
            stop(component);
        }
        boolean fresh = process(component).isEmpty();
        if (fresh) {
            PortCheck.requireFree(component);
            component.prepare();
            processes.remember(component.name(), component.launch().start().pid());
        }
        awaitReady(component);
        return fresh;
    }

    /** Stops the component if it runs, and forgets it. */
    public void stop(Component component) throws IOException, InterruptedException {
        Optional<ProcessIdentity> process = processes.find(component.name());
        if (process.isPresent()) {
            Stopper.stop(process.get(), component.stopSignal(), component.stopTimeout());
        }
        processes.forget(component.name());
    }

    /** Its process, if it lives. */
    public Optional<ProcessIdentity> process(Component component) {
        return processes.find(component.name());
    }

    /** Whether it was started, not stopped, and no longer runs. */
    public boolean hasDied(Component component) {
        return processes.isRemembered(component.name()) && process(component).isEmpty();
    }

    /** Whether it ended with an OutOfMemoryError, which is the last line of its log. */
    public boolean ranOutOfMemory(Component component) {
        return hasDied(component) && LogTail.of(layout.log(component.name()), LAST_WORDS).contains(OUT_OF_MEMORY);
    }

    private void awaitReady(Component component) throws InterruptedException {
        boolean[] ended = {false};
        boolean settled = Await.until(() -> {
            ended[0] = process(component).isEmpty();
            return ended[0] || component.ready();
        }, READY_WAIT);
        if (ended[0] || !settled) {
            throw new ComponentException(component.name()
                    + (ended[0] ? " ended during its start" : " is not ready after " + READY_WAIT.toSeconds() + " s")
                    + "; the end of " + layout.log(component.name()) + ":\n"
                    + LogTail.of(layout.log(component.name()), LOG_LINES));
        }
    }
}
