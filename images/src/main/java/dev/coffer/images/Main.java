package dev.coffer.images;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.UsageException;
import java.nio.file.Path;
import java.util.List;

/**
 * The entry point: {@code ./coffer images} calls it with the directory of the repository, that of the user, and the
 * arguments of the user, when the services are built.
 */
public final class Main {
    private Main() {}

    /** Makes the images; the exit code says whether all were made. */
    public static void main(String[] arguments) throws Exception {
        int exit = 0;
        try {
            List<String> words = List.of(arguments).subList(2, arguments.length);
            Path repository = Path.of(arguments[0]);
            ImageOptions options = new ImageOptionsParser(words, repository, Path.of(arguments[1])).parse();
            new ImageRun(repository, options, new Console(System.out)).run();
        } catch (UsageException | ComponentException e) {
            System.out.flush();
            System.err.println("coffer: " + e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }
}
