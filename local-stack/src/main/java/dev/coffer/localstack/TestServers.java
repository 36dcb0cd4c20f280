package dev.coffer.localstack;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.PortCheck;
import dev.coffer.localstack.component.Runner;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.process.Watchdog;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The test servers of this JVM. Their state is in a directory named by a system property, not in static fields, because
 * Quarkus loads test classes more than once in one JVM.
 */
final class TestServers {
    private static final String DIRECTORY = "coffer.test-servers";
    // The same object in all class loaders.
    private static final Object LOCK = "dev.coffer.localstack.TestServers".intern();

    private TestServers() {}

    static StackLayout layout() {
        synchronized (LOCK) {
            String known = System.getProperty(DIRECTORY);
            Path directory = known != null ? Path.of(known) : create();
            return new StackLayout(directory, ComponentsDirectory.find());
        }
    }

    static Runner runner() {
        return new Runner(layout());
    }

    /** Starts it, or does nothing when it runs. */
    static void start(Component component) {
        exclusively(() -> runner().start(component));
    }

    static void stop(Component component) {
        exclusively(() -> {
            runner().stop(component);
            return null;
        });
    }

    /** Runs under a lock, and wraps checked exceptions. */
    static <T> T exclusively(Callable<T> work) {
        synchronized (LOCK) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A port that stays the same for this JVM. */
    static int port(String of) {
        return Integer.parseInt(remembered("port." + of, () -> {
            try {
                return Integer.toString(PortCheck.anyFree());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** A value that is made once and then stays the same for this JVM. */
    static String remembered(String key, Supplier<String> maker) {
        synchronized (LOCK) {
            Path file = layout().directory().resolve("state.properties");
            try {
                Properties state = read(file);
                if (!state.containsKey(key)) {
                    state.setProperty(key, maker.get());
                    write(file, state);
                }
                return state.getProperty(key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path create() {
        try {
            Path directory = Files.createTempDirectory("coffer-test-servers-");
            Watchdog.guard(directory);
            System.setProperty(DIRECTORY, directory.toString());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties state = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                state.load(reader);
            }
        }
        return state;
    }

    private static void write(Path file, Properties state) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            state.store(writer, null);
        }
    }
}
