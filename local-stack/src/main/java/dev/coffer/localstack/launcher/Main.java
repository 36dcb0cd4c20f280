package dev.coffer.localstack.launcher;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.launcher.build.MinioBuild;
import dev.coffer.localstack.launcher.command.DownCommand;
import dev.coffer.localstack.launcher.command.ImagesCommand;
import dev.coffer.localstack.launcher.command.LogsCommand;
import dev.coffer.localstack.launcher.command.ResetCommand;
import dev.coffer.localstack.launcher.command.StatusCommand;
import dev.coffer.localstack.launcher.command.UpCommand;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.test.ClusterTestCommand;
import dev.coffer.localstack.launcher.test.TestCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * The entry point: the script {@code coffer} calls it with the directory of the repository and the arguments of the
 * user.
 */
public final class Main {
    private static final String HELP = """
            ./coffer up      starts the stack, or repairs it, and leaves it running
                             --s3 minio | s3proxy | URL   which store (a URL takes its keys from
                                                          COFFER_S3_ACCESS_KEY and COFFER_S3_SECRET_KEY)
                             --only NAME,NAME             these components only
            ./coffer down    stops it; the data stays
            ./coffer status  shows what runs
            ./coffer logs NAME [-f]   shows what a component says
            ./coffer reset [--yes]    stops it and throws the data away
            ./coffer test    all tests, on a stack of their own [--s3 minio | s3proxy | URL]
            ./coffer test cluster    the images and the chart on a real Kubernetes node on this machine, as root;
                             see deploy/cluster/README.md   [STEP…]
            ./coffer images  the services as images, in tar files in the layout of OCI
                             --base jlink | NAME | tar://FILE   what they begin with: a runtime linked from
                                                          this JDK, or an image that has a Java 25
                             --output DIRECTORY           for the files (images/target/images)
                             --repository NAME            what their names begin with (localhost/coffer)
                             --tag TAG                    (the version of the services)
                             --platform linux/arm64       another one than this machine's, with --base NAME
                             --source URL                 where the sources are, for a label
                             --only NAME,NAME             these services only
                             --no-aot                     without AOT caches, which make each start faster
            ./coffer minio   makes sure that there is a MinIO server, builds it if need be

            --dir DIRECTORY or COFFER_DIR   where the stack lives (.coffer)
            COFFER_PORT_BASE                the first port (8080)
            COFFER_JAVA_OPTS                JVM options of the services (default: a heap of at most 192 MB)
            COFFER_JAVA_OPTS_BLOB           the same for one of them (_ASSET, _USERDATA, _FILES, _BLOB)
            Settings of the services are taken from the environment of ./coffer up: COFFER_ASSETS_COMPAT=oss ./coffer up
            """;

    private Main() {}

    /** Runs one command; the exit code says whether it succeeded. */
    public static void main(String[] arguments) throws Exception {
        Path repository = Path.of(arguments[0]).toAbsolutePath().normalize();
        List<String> words = List.of(arguments).subList(1, arguments.length);
        int exit;
        try {
            exit = run(repository, Options.parse(words, System.getenv(), repository), new Console(System.out));
        } catch (UsageException | ComponentException e) {
            System.out.flush();
            System.err.println("coffer: " + e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private static int test(Path repository, Options options, Console console) throws Exception {
        List<String> what = options.arguments();
        if (what.isEmpty()) {
            return new TestCommand(repository, options, console).run();
        }
        if (!what.getFirst().equals("cluster")) {
            throw new UsageException("./coffer test knows cluster only, not " + what.getFirst());
        }
        return new ClusterTestCommand(repository, what.subList(1, what.size())).run();
    }

    private static int run(Path repository, Options options, Console console) throws Exception {
        return switch (options.command()) {
            case "up" -> new UpCommand(repository, options, console).run();
            case "down" -> new DownCommand(repository, options, console).run();
            case "status" -> new StatusCommand(repository, options, console).run();
            case "logs" -> new LogsCommand(repository, options, console).run();
            case "reset" -> new ResetCommand(repository, options, console).run();
            case "test" -> test(repository, options, console);
            case "images" -> new ImagesCommand(repository, options, console).run();
            case "minio" -> {
                console.say(MinioBuild.ensure(console).toString());
                yield 0;
            }
            case "help" -> {
                console.say(HELP.stripTrailing());
                yield 0;
            }
            default -> throw new UsageException("unknown command " + options.command() + "\n" + HELP);
        };
    }
}
