package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.SecretFile;
import dev.coffer.localstack.launcher.options.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** The saved state of one installation: secrets, store, ports, demo keys. Mode 600. */
public final class StackState {
    private static final String FILE = "state.properties";

    private final Path file;
    private final Properties values = new Properties();

    /** Of the stack in this directory. */
    public StackState(Path directory) {
        this.file = directory.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether there is an installation in this directory. */
    public static boolean existsIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** @throws UsageException when there is no installation in this directory */
    public static void requireIn(Path directory) {
        if (!existsIn(directory)) {
            throw new UsageException("there is no stack in " + directory + "; ./coffer up makes one");
        }
    }

    /** The value, if there is one. */
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** The value; made and kept if there is none. */
    public synchronized String remembered(String key, Supplier<String> maker) {
        return get(key).orElseGet(() -> {
            String value = maker.get();
            put(key, value);
            return value;
        });
    }

    /** Keeps a value. */
    public synchronized void put(String key, String value) {
        values.setProperty(key, value);
        StringWriter text = new StringWriter();
        try {
            values.store(text, "of this installation; throw it away with ./coffer reset");
            SecretFile.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
