package dev.coffer.images;

import dev.coffer.images.base.Platform;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the command line of {@code ./coffer images}. */
final class ImageOptionsParser {
    private final Path directory;
    private final Iterator<String> words;
    private String base = ImageOptions.JLINK;
    private Path output;
    private String repository = "localhost/coffer";
    private Optional<String> tag = Optional.empty();
    private Optional<String> source = Optional.empty();
    private Platform platform = Platform.ofThisMachine();
    private boolean trained = true;
    private List<ServiceName> services = List.of(ServiceName.values());

    /**
     * Of these words.
     *
     * @param directory that of the user, to which names of files are relative
     */
    ImageOptionsParser(List<String> words, Path repository, Path directory) {
        this.directory = directory;
        this.words = words.iterator();
        this.output = repository.resolve("images/target/images");
    }

    ImageOptions parse() {
        while (words.hasNext()) {
            take(words.next());
        }
        ImageOptions options = new ImageOptions(base, output, repository, tag, source, platform, trained, services);
        if (options.isLinked() && !platform.equals(Platform.ofThisMachine())) {
            throw new UsageException("--base jlink makes images for " + Platform.ofThisMachine()
                    + ", as this machine is; for " + platform + " name a base in a registry");
        }
        return options;
    }

    private void take(String word) {
        switch (word) {
            case "--base" -> base = value(word);
            case "--output" -> output = directory.resolve(value(word)).normalize();
            case "--repository" -> repository = value(word);
            case "--tag" -> tag = Optional.of(value(word));
            case "--source" -> source = Optional.of(value(word));
            case "--platform" -> platform = Platform.parse(value(word));
            case "--no-aot" -> trained = false;
            case "--only" -> services = Arrays.stream(value(word).split(",")).map(ImageOptionsParser::service).toList();
            default -> throw new UsageException("./coffer images has no " + word + "; ./coffer help shows what it has");
        }
    }

    private String value(String option) {
        if (!words.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return words.next();
    }

    private static ServiceName service(String name) {
        return Stream.of(ServiceName.values())
                .filter(service -> List.of(name, name + "-service").contains(service.module()))
                .findFirst()
                .orElseThrow(() -> new UsageException("--only takes names of services, not " + name));
    }
}
