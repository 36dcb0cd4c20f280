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
import java.util.List;
import java.util.Map;

/**
 * {@code ./coffer test}: every test there is. Those of the modules first, on servers that they start themselves; then
 * the acceptance suite, on a stack of its own on free ports, so that one that is up is not disturbed.
 */
final class TestCommand {
    private static final int LOG_LINES = 30;
    // Fetching is tried with a host that is nowhere (RFC 6761 section 6.4): nothing leaves the machine.
    private static final Map<String, String> SETTINGS =
            Map.of("COFFER_ASSETS_REMOTE_ENABLED", "true", "COFFER_ASSETS_REMOTE_HOSTS", "files.invalid");

    private final Path repository;
    private final Options options;
    private final Console console;
    private final Maven maven;

    TestCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
        this.maven = new Maven(repository, options.environment());
    }

    int run() throws IOException, InterruptedException {
        TestReports reports = new TestReports(repository);
        reports.deleteOld();
        // Failures are counted at the end, so that one of them does not hide those that come later.
        boolean built = maven.verify(
                List.of("-T", "1C", "-pl", "!acceptance", "-Dmaven.test.failure.ignore=true", "verify"),
                TestCommand::withoutStack) == 0;
        boolean accepted = built && acceptance();
        TestReports.Result result = reports.read();
        console.say(result.text());
        if (!built || !accepted) {
            console.say(built ? "The acceptance suite did not run to its end." : "The build failed.");
        }
        console.say(result.summary());
        boolean allRequired = "1".equals(options.environment().get("COFFER_REQUIRE_ALL"));
        boolean good = built && accepted && result.failed() == 0 && result.passed() > 0
                && (result.skipped() == 0 || !allRequired);
        return good ? 0 : 1;
    }

    private boolean acceptance() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("coffer-test-");
        Watchdog.guard(directory);
        Options own = options.elsewhere(directory, Ports.free().base(), options.store().orElseGet(() ->
                new Store(MinioBinary.find().isPresent() ? "minio" : "s3proxy")), SETTINGS);
        boolean finished = false;
        try {
            new UpCommand(repository, own, console).run();
            Map<String, String> variables = new EnvFile(directory.resolve("env")).read();
            finished = maven.verifyAlone(List.of("-pl", "acceptance", "-Dmaven.test.failure.ignore=true", "verify"),
                    environment -> withStack(environment, own, variables)) == 0;
        } catch (ComponentException e) {
            console.say("The stack for the acceptance suite does not start: " + e.getMessage());
        } finally {
            finish(own, finished && new TestReports(repository).read().failed() == 0);
        }
        return finished;
    }

    private void finish(Options own, boolean good) throws IOException, InterruptedException {
        Stack stack = new Stack(repository, own);
        for (Component component : stack.components()) {
            if (stack.runner().hasDied(component)) {
                console.say(component.name() + " died; its last lines:\n"
                        + LogTail.of(stack.layout().log(component.name()), LOG_LINES));
            }
        }
        new DownCommand(repository, own, console).stop(stack, stack.components());
        if (!good) {
            Path logs = repository.resolve("local-stack/target/test-stack-logs");
            Trees.copy(own.directory().resolve("logs"), logs);
            console.say("The logs of the stack are in " + logs + ".");
        }
        Trees.delete(own.directory());
    }

    private void withStack(Map<String, String> environment, Options own, Map<String, String> variables) {
        withoutStack(environment);
        environment.putAll(variables);
        environment.put("COFFER_COMMAND", repository.resolve("coffer").toString());
        environment.put("COFFER_DIR", own.directory().toString());
        environment.put("COFFER_PORT_BASE", Integer.toString(own.portBase().orElseThrow()));
    }

    // The variables of a stack that is up must not reach tests that are about another one.
    private static void withoutStack(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("COFFER_") && !name.equals("COFFER_REQUIRE_ALL")
                && !name.equals("COFFER_MAVEN"));
    }
}
