package dev.coffer.localstack.component;

import dev.coffer.localstack.process.ProcessIdentity;
import dev.coffer.localstack.process.ProcessTable;
import dev.coffer.localstack.process.Stopper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Starts and stops the components of one stack, and keeps track of their processes. */
public final class Runner {
    /** How long a component may do nothing while it starts. */
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);
    /** One that tries again and again does something, too. */
    private static final Duration LONGEST_START = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(50);
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
     * Starts the component and waits until it is ready, for as long as it gets on; does nothing if it runs and is up to
     * date.
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
        long pid = process(component).map(ProcessIdentity::pid).orElse(0L);
        StartProgress progress = StartProgress.of(pid, layout.log(component.name()), STALL_TIMEOUT);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            if (process(component).isEmpty()) {
                throw failure(component, "ended during its start");
            }
            if (component.ready()) {
                return;
            }
            if (progress.hasStopped()) {
                throw failure(component, "is not ready, and has done nothing for " + STALL_TIMEOUT.toSeconds() + " s");
            }
            if (System.nanoTime() > end) {
                throw failure(component, "is not ready after " + LONGEST_START.toMinutes() + " minutes");
            }
            Thread.sleep(PAUSE);
        }
    }

    private ComponentException failure(Component component, String what) {
        Path log = layout.log(component.name());
        return new ComponentException(
                component.name() + " " + what + "; the end of " + log + ":\n" + LogTail.of(log, LOG_LINES));
    }
}
