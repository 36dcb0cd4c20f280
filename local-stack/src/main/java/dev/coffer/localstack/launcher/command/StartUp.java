package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.PortCheck;
import dev.coffer.localstack.launcher.build.ServiceBuild;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.ServiceName;
import dev.coffer.localstack.launcher.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Builds and starts concurrently: each component as soon as its dependencies are ready. */
final class StartUp {
    private final Stack stack;
    private final ServiceBuild build;
    private final Console console;

    StartUp(Stack stack, ServiceBuild build, Console console) {
        this.stack = stack;
        this.build = build;
        this.console = console;
    }

    /**
     * Builds what is not up to date and starts what does not run.
     *
     * @throws UsageException     for a build that fails; the servers are left running
     * @throws ComponentException for the first component that does not come up; the others are left running
     */
    void run(List<Component> components) {
        requireFreePorts(components);
        Map<String, CompletableFuture<Void>> done = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            done.put(Component.BUILD, CompletableFuture.runAsync(() -> told(Component.BUILD, this::build), threads));
            for (Component component : components) {
                CompletableFuture<?>[] needed = component.after().stream()
                        .map(done::get)
                        .filter(Objects::nonNull)
                        .toArray(CompletableFuture[]::new);
                done.put(component.name(), CompletableFuture.allOf(needed)
                        .thenRunAsync(() -> told(component.name(), () -> start(component)), threads));
            }
            rethrowFirst(done.values().stream().toList());
        }
    }

    // Before anything is started, so that a port in use leaves nothing to clean up.
    private void requireFreePorts(List<Component> components) {
        List<String> taken = new ArrayList<>();
        for (Component component : components) {
            if (stack.runner().process(component).isEmpty()) {
                try {
                    PortCheck.requireFree(component);
                } catch (ComponentException e) {
                    taken.add(e.getMessage());
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new ComponentException(String.join("\n", taken));
        }
    }

    // Reported at once, because the other components may take minutes.
    private void told(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            console.progress(name, "failed");
            throw e;
        }
    }

    private void build() {
        List<ServiceName> wanted = Stream.of(ServiceName.values()).filter(name -> stack.wants(name.module())).toList();
        try {
            build.ensure(wanted, stack.layout().log(Component.BUILD), console);
        } catch (IOException | InterruptedException e) {
            throw new UsageException("the build could not be run: " + e);
        }
    }

    private void start(Component component) {
        try {
            boolean fresh = stack.runner().start(component);
            stack.furnish(component.name());
            console.progress(component.name(), fresh ? "ready" : "was running");
        } catch (ComponentException e) {
            throw e;
        } catch (Exception e) {
            throw new ComponentException(component.name() + " could not be started: " + e);
        }
    }

    private static void rethrowFirst(List<CompletableFuture<Void>> futures) {
        RuntimeException first = null;
        for (CompletableFuture<Void> future : futures) {
            try {
                future.join();
            } catch (CompletionException e) {
                first = first == null ? reason(e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RuntimeException reason(CompletionException e) {
        return e.getCause() instanceof RuntimeException known ? known : e;
    }
}
