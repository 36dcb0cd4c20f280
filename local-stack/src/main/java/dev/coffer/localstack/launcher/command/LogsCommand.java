package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.Stack;
import dev.coffer.localstack.launcher.stack.StackState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** {@code ./coffer logs NAME}: the end of the log of a component; with {@code -f} also what is appended. */
public final class LogsCommand {
    private static final int LINES = 200;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Path repository;
    private final Options options;
    private final Console console;

    public LogsCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
    }

    public int run() throws IOException, InterruptedException {
        StackState.requireIn(options.directory());
        Stack stack = new Stack(repository, options);
        String names = stack.components().stream().map(Component::name).collect(Collectors.joining(", "));
        if (options.arguments().size() != 1) {
            throw new UsageException("./coffer logs needs one name of " + names);
        }
        Component component = stack.find(options.arguments().getFirst()).orElseThrow(() -> new UsageException(
                "there is no component " + options.arguments().getFirst() + "; there are " + names));
        Path log = stack.layout().log(component.name());
        console.say(LogTail.of(log, LINES));
        if (options.follow()) {
            follow(log);
        }
        return 0;
    }

    private void follow(Path log) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            while (!Thread.currentThread().isInterrupted()) {
                byte[] more = new byte[(int) Math.min(file.length() - file.getFilePointer(), 64 * 1024)];
                file.readFully(more);
                console.ask(new String(more, StandardCharsets.UTF_8));
                Thread.sleep(PAUSE);
            }
        }
    }
}
