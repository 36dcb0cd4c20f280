package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.stack.Stack;
import dev.coffer.localstack.launcher.stack.StackLock;
import dev.coffer.localstack.launcher.stack.StackState;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./coffer reset}: stops the stack and deletes its data, after a confirmation. */
public final class ResetCommand {
    // Never the whole directory: --dir may name one with other files.
    private static final List<String> OURS =
            List.of("data", "logs", "run", "tmp", "lib", "conf", "env", "state.properties");

    private final Path repository;
    private final Options options;
    private final Console console;

    public ResetCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    public int run() throws IOException, InterruptedException {
        if (!StackState.existsIn(options.directory())) {
            console.say("There is no stack in " + options.directory() + ".");
            return 0;
        }
        if (!options.yes() && !confirmed()) {
            console.say("Nothing was changed.");
            return 1;
        }
        try (StackLock _ = StackLock.take(options.directory(), console)) {
            Stack stack = new Stack(repository, options);
            new DownCommand(repository, options, console).stop(stack, stack.components());
            delete();
        }
        console.say("All data of the stack is gone.");
        return 0;
    }

    private boolean confirmed() throws IOException {
        console.ask("Throw away all data of the stack in " + options.directory() + "? [y/N] ");
        StringBuilder answer = new StringBuilder();
        for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
            answer.append((char) next);
        }
        return List.of("y", "yes").contains(answer.toString().strip().toLowerCase());
    }

    private void delete() throws IOException {
        for (String name : OURS) {
            Trees.delete(options.directory().resolve(name));
        }
        Files.deleteIfExists(options.directory().resolve(".lock"));
        try {
            Files.deleteIfExists(options.directory());
        } catch (DirectoryNotEmptyException holdsOtherThings) {
            console.say(options.directory() + " holds other things as well and stays.");
        }
    }
}
