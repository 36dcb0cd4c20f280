package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.launcher.build.Maven;
import dev.coffer.localstack.launcher.build.MinioBuild;
import dev.coffer.localstack.launcher.build.Packaging;
import dev.coffer.localstack.launcher.build.ServiceBuild;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.DemoAccess;
import dev.coffer.localstack.launcher.stack.EnvFile;
import dev.coffer.localstack.launcher.stack.ServiceName;
import dev.coffer.localstack.launcher.stack.Stack;
import dev.coffer.localstack.launcher.stack.StackLock;
import dev.coffer.localstack.launcher.stack.StackVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ./coffer up}: starts or repairs the stack, and leaves it running. */
public final class UpCommand {
    private final Path repository;
    private final Options options;
    private final Console console;

    public UpCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    public int run() throws IOException, InterruptedException {
        try (StackLock _ = StackLock.take(options.directory(), console)) {
            Stack stack = new Stack(repository, options);
            requireKnown(stack);
            if (stack.wants("s3") && stack.s3().store().isMinio()) {
                MinioBuild.ensure(console);
            }
            if (portsMove(stack)) {
                console.say("The ports move to " + stack.ports().base() + ": stopping what runs on the old ones");
                new DownCommand(repository, options, console).stop(stack, stack.components());
            }
            start(stack);
        }
        return 0;
    }

    private void start(Stack stack) throws IOException, InterruptedException {
        console.say("Starting the stack in " + options.directory() + " with " + stack.s3().store().description());
        // Before the state is saved, so that a mistyped URL of a store can be corrected.
        if (stack.s3().store().isExternal()) {
            stack.furnish("s3");
        }
        stack.remember();
        ServiceBuild build =
                new ServiceBuild(repository, new Maven(repository, options.environment()), Packaging.STACK);
        new StartUp(stack, build, console).run(stack.wanted());
        if (stack.wants(ServiceName.USERDATA.module()) && stack.wants("keycloak") && stack.wants("edge")) {
            new DemoAccess(stack).ensureKeys();
        }
        Path file = options.directory().resolve("env");
        new EnvFile(file).write(new StackVariables(stack).all());
        if (options.command().equals("up")) {
            console.say(new Summary(stack, file).text());
        }
    }

    private boolean portsMove(Stack stack) {
        Optional<String> before = stack.state().get("port.base");
        return before.isPresent() && !before.get().equals(Integer.toString(stack.ports().base()))
                && stack.components().stream().map(stack.runner()::process).anyMatch(Optional::isPresent);
    }

    private void requireKnown(Stack stack) {
        List<String> names = stack.components().stream().map(Component::name).toList();
        for (String name : options.only()) {
            boolean ofSomebodyElse = name.equals("s3") && stack.s3().store().isExternal();
            if (stack.find(name).isEmpty() && !ofSomebodyElse) {
                throw new UsageException("there is no component " + name + "; there are " + String.join(", ", names));
            }
        }
    }
}
