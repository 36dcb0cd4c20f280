package dev.coffer.localstack.launcher;

import dev.coffer.localstack.component.ComponentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code ./coffer test}: every test there is. Those of the modules first, on servers that they start themselves; then
 * the acceptance suite, on a stack of its own on free ports, so that one that is up is not disturbed.
 */
final class TestCommand {
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
        TestStack stack = TestStack.begin(repository, options, console);
        boolean built = false;
        boolean accepted = false;
        try {
            // Failures are counted at the end, so that one of them does not hide those that come later.
            built = maven.verify(
                    List.of("-T", "1C", "-pl", "!acceptance", "-Dmaven.test.failure.ignore=true", "verify"),
                    TestCommand::withoutStack) == 0;
            accepted = built && acceptance(stack);
        } finally {
            stack.finish(accepted && reports.read().failed() == 0);
        }
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

    private boolean acceptance(TestStack stack) throws IOException, InterruptedException {
        try {
            Map<String, String> variables = stack.up();
            return maven.verifyAlone(List.of("-pl", "acceptance", "-Dmaven.test.failure.ignore=true", "verify"),
                    environment -> {
                        withoutStack(environment);
                        environment.putAll(variables);
                    }) == 0;
        } catch (ComponentException e) {
            console.say("The stack for the acceptance suite does not start: " + e.getMessage());
            return false;
        }
    }

    // The variables of a stack that is up must not reach tests that are about another one.
    private static void withoutStack(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("COFFER_") && !name.equals("COFFER_REQUIRE_ALL")
                && !name.equals("COFFER_MAVEN"));
    }
}
