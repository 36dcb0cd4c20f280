package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.Runner;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.stack.Stack;
import dev.coffer.localstack.launcher.stack.StackLock;
import dev.coffer.localstack.launcher.stack.StackState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./coffer down}: stops the stack, those first that need the others. */
public final class DownCommand {
    private final Path repository;
    private final Options options;
    private final Console console;

    public DownCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    public int run() throws IOException, InterruptedException {
        if (!StackState.existsIn(options.directory())) {
            console.say("There is no stack in " + options.directory() + ".");
            return 0;
        }
        try (StackLock _ = StackLock.take(options.directory(), console)) {
            Stack stack = new Stack(repository, options);
            stop(stack, stack.wanted());
            console.say("Stopped; the data stays in " + options.directory() + ".");
        }
        return 0;
    }

    /** Stops these, the last first. */
    public void stop(Stack stack, List<Component> components) throws IOException, InterruptedException {
        Runner runner = stack.runner();
        for (Component component : components.reversed()) {
            boolean ran = runner.process(component).isPresent();
            runner.stop(component);
            if (ran) {
                console.progress(component.name(), "stopped");
            }
        }
    }
}
