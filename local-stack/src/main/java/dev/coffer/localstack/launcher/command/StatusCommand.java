package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.Runner;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.stack.Stack;
import dev.coffer.localstack.launcher.stack.StackState;
import dev.coffer.localstack.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./coffer status}: the state of the components. Exit code 0 if all are ready. */
public final class StatusCommand {
    private static final String ROW = "%-17s %-13s %8s  %s";

    private final Path repository;
    private final Options options;
    private final Console console;

    public StatusCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    public int run() {
        StackState.requireIn(options.directory());
        Stack stack = new Stack(repository, options);
        console.say(ROW.formatted("component", "state", "pid", "ports"));
        boolean all = true;
        for (Component component : stack.wanted()) {
            Optional<ProcessIdentity> process = stack.runner().process(component);
            String state = state(component, process, stack.runner());
            all &= state.equals("ready");
            console.say(ROW.formatted(component.name(), state,
                    process.map(alive -> Long.toString(alive.pid())).orElse("-"),
                    component.ports().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        boolean store = othersStoreAnswers(stack);
        if (!all) {
            console.say("./coffer up starts what does not run.");
        } else if (store) {
            console.say("Everything serves: " + stack.url());
        }
        return all && store ? 0 : 1;
    }

    // An external store, which ./coffer up cannot start.
    private boolean othersStoreAnswers(Stack stack) {
        if (!stack.s3().store().isExternal() || !stack.wants("s3")) {
            return true;
        }
        String url = stack.s3().url();
        boolean answers = Http.status(url).isPresent();
        console.say(ROW.formatted("s3", answers ? "ready" : "no answer", "-", url));
        return answers;
    }

    private static String state(Component component, Optional<ProcessIdentity> process, Runner runner) {
        if (process.isEmpty()) {
            String died = runner.ranOutOfMemory(component) ? "out of memory" : "died";
            return runner.hasDied(component) ? died : "stopped";
        }
        return component.ready() ? "ready" : "not ready";
    }
}
