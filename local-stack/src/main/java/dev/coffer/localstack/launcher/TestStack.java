package dev.coffer.localstack.launcher;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.component.MinioBinary;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The stack of the acceptance suite: on free ports, in a directory of its own, and gone afterwards. */
final class TestStack {
    private static final int LOG_LINES = 30;
    private static final Set<String> SERVERS = Set.of("postgres", "kafka", "s3", "keycloak");
    // Fetching is tried with a host that is nowhere (RFC 6761 section 6.4): nothing leaves the machine.
    private static final Map<String, String> SETTINGS =
            Map.of("COFFER_ASSETS_REMOTE_ENABLED", "true", "COFFER_ASSETS_REMOTE_HOSTS", "files.invalid");

    private final Path repository;
    private final Options options;
    private final Console console;
    private final Thread servers;

    private TestStack(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
        this.servers = Thread.ofPlatform().daemon().unstarted(this::startServers);
    }

    /** Begins to start what needs no build, in the background: Keycloak takes its time. */
    static TestStack begin(Path repository, Options options, Console console) throws IOException {
        Path directory = Files.createTempDirectory("coffer-test-");
        Watchdog.guard(directory);
        Store store = options.store().orElseGet(() -> new Store(MinioBinary.find().isPresent() ? "minio" : "s3proxy"));
        TestStack stack = new TestStack(
                repository, options.elsewhere(directory, Ports.free().base(), store, SETTINGS), console);
        stack.servers.start();
        return stack;
    }

    /** Starts the rest. Returns what tools and tests have to know. */
    Map<String, String> up() throws IOException, InterruptedException {
        servers.join();
        new UpCommand(repository, options, console).run();
        Map<String, String> variables = new EnvFile(options.directory().resolve("env")).read();
        variables.put("COFFER_COMMAND", repository.resolve("coffer").toString());
        variables.put("COFFER_DIR", options.directory().toString());
        variables.put("COFFER_PORT_BASE", Integer.toString(options.portBase().orElseThrow()));
        return variables;
    }

    /** Stops everything. @param good whether nobody will want to read the logs */
    void finish(boolean good) throws IOException, InterruptedException {
        servers.join();
        Stack stack = new Stack(repository, options);
        for (Component component : stack.components()) {
            if (stack.runner().hasDied(component)) {
                console.say(component.name() + " died; its last lines:\n"
                        + LogTail.of(stack.layout().log(component.name()), LOG_LINES));
            }
        }
        new DownCommand(repository, options, console).stop(stack, stack.components());
        if (!good) {
            Path logs = repository.resolve("local-stack/target/test-stack-logs");
            Trees.copy(options.directory().resolve("logs"), logs);
            console.say("The logs of the stack are in " + logs + ".");
        }
        Trees.delete(options.directory());
    }

    private void startServers() {
        try {
            new UpCommand(repository, options.only(SERVERS), console).run();
        } catch (ComponentException | IOException e) {
            console.say("Not yet: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
