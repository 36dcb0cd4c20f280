package dev.coffer.localstack.launcher;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./coffer status}: what runs, what should and does not. Exit code 0 when all of it serves. */
final class StatusCommand {
    private final Path repository;
    private final Options options;
    private final Console console;

    StatusCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    int run() {
        StackState.requireIn(options.directory());
        Stack stack = new Stack(repository, options);
        console.say("%-17s %-12s %8s  %s".formatted("component", "state", "pid", "ports"));
        boolean all = true;
        for (Component component : stack.wanted()) {
            Optional<ProcessIdentity> process = stack.runner().process(component);
            String state = state(component, process, stack.runner().hasDied(component));
            all &= state.equals("ready");
            console.say("%-17s %-12s %8s  %s".formatted(component.name(), state,
                    process.map(alive -> Long.toString(alive.pid())).orElse("-"),
                    component.ports().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        console.say(all ? "Everything serves: " + stack.url() : "./coffer up starts what does not run.");
        return all ? 0 : 1;
    }

    private static String state(Component component, Optional<ProcessIdentity> process, boolean died) {
        if (process.isEmpty()) {
            return died ? "died" : "stopped";
        }
        return component.ready() ? "ready" : "not ready";
    }
}
