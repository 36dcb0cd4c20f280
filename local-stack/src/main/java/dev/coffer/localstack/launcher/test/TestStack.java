package dev.coffer.localstack.launcher.test;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.component.s3.MinioBinary;
import dev.coffer.localstack.component.service.ServiceComponent;
import dev.coffer.localstack.launcher.command.DownCommand;
import dev.coffer.localstack.launcher.command.UpCommand;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.Ports;
import dev.coffer.localstack.launcher.options.Store;
import dev.coffer.localstack.launcher.stack.EnvFile;
import dev.coffer.localstack.launcher.stack.Stack;
import dev.coffer.localstack.process.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The stack of the acceptance suite: on free ports, in a temporary directory. */
final class TestStack {
    private static final int LOG_LINES = 30;
    // These services run for minutes only: the C2 compiler pays off for hashing alone, with thresholds ten times as
    // high as the defaults. acceptance/pom.xml has the same for the suite.
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final String LATE_SECOND_COMPILER = "-XX:Tier4InvocationThreshold=50000"
            + " -XX:Tier4MinInvocationThreshold=6000"
            + " -XX:Tier4CompileThreshold=150000"
            + " -XX:Tier4BackEdgeThreshold=400000";

    private final Path repository;
    private final Options options;
    private final Console console;
    private final Map<String, String> settings;

    private TestStack(Path repository, Options options, Console console, Map<String, String> settings) {
        this.repository = repository;
        this.options = options;
        this.console = console;
        this.settings = settings;
    }

    /** A stack that does not run yet. */
    static TestStack create(Path repository, Options options, Console console) throws IOException {
        Path directory = Files.createTempDirectory("coffer-test-");
        Watchdog.guard(directory);
        Store store = options.store().orElseGet(() -> new Store(MinioBinary.find().isPresent() ? "minio" : "s3proxy"));
        Map<String, String> settings = settings(options);
        return new TestStack(repository,
                options.elsewhere(directory, Ports.free().base(), store, settings), console, settings);
    }

    private static Map<String, String> settings(Options options) {
        Map<String, String> settings = new HashMap<>(javaOptions(options.environment()));
        // Tests of remote content use a host that cannot exist (RFC 6761 section 6.4): nothing leaves the machine.
        settings.put("COFFER_ASSETS_REMOTE_ENABLED", "true");
        settings.put("COFFER_ASSETS_REMOTE_HOSTS", "files.invalid");
        return settings;
    }

    private static Map<String, String> javaOptions(Map<String, String> environment) {
        Map<String, String> given = new HashMap<>(environment);
        given.keySet().removeIf(name -> !name.startsWith(ServiceComponent.JAVA_OPTIONS_VARIABLE));
        String memory = String.join(" ", ServiceComponent.JAVA_OPTIONS);
        return !given.isEmpty() ? given : Map.of(
                ServiceComponent.JAVA_OPTIONS_VARIABLE, memory + " " + FIRST_COMPILER,
                ServiceComponent.JAVA_OPTIONS_VARIABLE + "_BLOB", memory + " " + LATE_SECOND_COMPILER);
    }

    /** Builds what is not up to date and starts everything. Returns the variables for tools and tests. */
    Map<String, String> up() throws IOException, InterruptedException {
        new UpCommand(repository, options, console).run();
        Map<String, String> variables = new EnvFile(options.directory().resolve("env")).read();
        variables.put("COFFER_COMMAND", repository.resolve("coffer").toString());
        variables.put("COFFER_DIR", options.directory().toString());
        variables.put("COFFER_PORT_BASE", Integer.toString(options.portBase().orElseThrow()));
        // For restarts of killed services.
        variables.putAll(settings);
        return variables;
    }

    /**
     * Stops everything.
     *
     * @param good whether the logs can be deleted
     */
    void finish(boolean good) throws IOException, InterruptedException {
        Stack stack = new Stack(repository, options);
        for (Component component : stack.components()) {
            if (stack.runner().hasDied(component)) {
                console.say(component.name() + " died; its last lines:\n"
                        + LogTail.of(stack.layout().log(component.name()), LOG_LINES));
            }
        }
        new DownCommand(repository, options, console).stop(stack, stack.components());
        Path logs = options.directory().resolve("logs");
        if (!good && Files.isDirectory(logs)) {
            Path copy = repository.resolve("local-stack/target/test-stack-logs");
            Trees.copy(logs, copy);
            console.say("The logs of the stack are in " + copy + ".");
        }
        Trees.delete(options.directory());
    }
}
