package dev.coffer.localstack.launcher;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.PortCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts components side by side, each as soon as those that it needs are there. */
final class StartUp {
    private final Stack stack;
    private final Console console;

    StartUp(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /**
     * Starts what does not run.
     *
     * @throws ComponentException for the first that does not come up; the others are left running
     */
    void run(List<Component> components) {
        requireFreePorts(components);
        Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Component component : components) {
                CompletableFuture<?>[] needed = component.after().stream()
                        .map(started::get)
                        .filter(future -> future != null)
                        .toArray(CompletableFuture[]::new);
                started.put(component.name(),
                        CompletableFuture.allOf(needed).thenRunAsync(() -> start(component), threads));
            }
            rethrowFirst(started.values().stream().toList());
        }
    }

    // Before anything is started: a person who has to free a port should not have to clean up as well.
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
        ComponentException first = null;
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

    private static ComponentException reason(CompletionException e) {
        return e.getCause() instanceof ComponentException known ? known : new ComponentException("start: " + e.getCause());
    }
}
