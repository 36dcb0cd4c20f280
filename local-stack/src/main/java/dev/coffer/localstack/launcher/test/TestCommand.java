package dev.coffer.localstack.launcher.test;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.launcher.build.Maven;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * {@code ./coffer test}: all tests. The services are built first; then two runs are done concurrently: the modules' own
 * tests, on servers that they start themselves, and the acceptance suite, on a separate stack on free ports. The
 * attacks of the suite run last and alone, because they measure response times. Sources must not change meanwhile, or
 * the repair of a killed process would wait for a build.
 */
public final class TestCommand {
    /** The tag of the attacks. */
    private static final String HOSTILE = "hostile";

    private final Path repository;
    private final Options options;
    private final Console console;
    private final Maven maven;

    public TestCommand(Path repository, Options options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
        this.maven = new Maven(repository, options.environment());
    }

    public int run() throws IOException, InterruptedException {
        TestReports reports = new TestReports(repository);
        reports.deleteOld();
        TestStack stack = TestStack.create(repository, options, console);
        Ended ended = Ended.NOTHING;
        try {
            ended = sideBySide(stack);
            ended = ended.all() ? new Ended(true, attacks(stack)) : ended;
        } finally {
            stack.finish(ended.all() && reports.read().failed() == 0);
        }
        return report(ended, reports.read());
    }

    private Ended sideBySide(TestStack stack) throws IOException, InterruptedException {
        Optional<Map<String, String>> variables = up(stack);
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Boolean> acceptance = beside.submit(() -> variables.isPresent() && acceptance(variables.get()));
            return new Ended(modules(), acceptance.get());
        } catch (ExecutionException e) {
            throw new IOException("the acceptance suite could not be run", e.getCause());
        }
    }

    private Optional<Map<String, String>> up(TestStack stack) throws IOException, InterruptedException {
        try {
            return Optional.of(stack.up());
        } catch (ComponentException e) {
            console.say("The stack for the acceptance suite does not start: " + e.getMessage());
            return Optional.empty();
        }
    }

    // Services are not built here, because a repair of the stack would restart those that were built since.
    private boolean modules() throws IOException, InterruptedException {
        return maven.verify(toTheEnd("-T", "1C", "-pl", "!acceptance", "-Dquarkus.build.skip=true"),
                TestCommand::withoutStack) == 0;
    }

    private boolean acceptance(Map<String, String> variables) throws IOException, InterruptedException {
        return suite(variables, "-DexcludedGroups=" + HOSTILE);
    }

    private boolean attacks(TestStack stack) throws IOException, InterruptedException {
        Optional<Map<String, String>> variables = up(stack);
        return variables.isPresent() && suite(variables.get(), "-Dgroups=" + HOSTILE);
    }

    private boolean suite(Map<String, String> variables, String which) throws IOException, InterruptedException {
        return maven.verifyAlone(toTheEnd("-pl", "acceptance", which), environment -> {
            withoutStack(environment);
            environment.putAll(variables);
        }) == 0;
    }

    // Failures are counted at the end, so that one of them does not hide those that come later.
    private static List<String> toTheEnd(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("-Dmaven.test.failure.ignore=true", "verify")).toList();
    }

    // The variables of a running stack must not reach the tests of another one.
    private static void withoutStack(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("COFFER_") && !name.equals("COFFER_REQUIRE_ALL")
                && !name.equals("COFFER_MAVEN"));
    }

    private int report(Ended ended, TestReports.Result result) {
        console.say(result.text());
        if (!ended.modules()) {
            console.say("The modules' tests did not run to their end; an ERROR above says why.");
        }
        if (!ended.acceptance()) {
            console.say("The acceptance suite did not run to its end.");
        }
        console.say(result.summary());
        boolean allRequired = "1".equals(options.environment().get("COFFER_REQUIRE_ALL"));
        boolean good = ended.all() && result.failed() == 0 && result.passed() > 0
                && (result.skipped() == 0 || !allRequired);
        return good ? 0 : 1;
    }

    /** Which of the two runs were completed, with any results of their tests. */
    private record Ended(boolean modules, boolean acceptance) {
        static final Ended NOTHING = new Ended(false, false);

        boolean all() {
            return modules && acceptance;
        }
    }
}
