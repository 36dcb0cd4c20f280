package dev.coffer.images;

import dev.coffer.images.base.Platform;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command line of {@code ./coffer images}.
 *
 * @param base       {@code jlink}, or the name of an image in a registry, or {@code tar://} and a file
 * @param output     the directory for the files
 * @param repository what the names of images begin with
 * @param tag        of the images; empty for the version of the services
 * @param source     where the sources are; empty if nobody says
 * @param platform   that they run on
 * @param trained    whether they get an AOT cache
 * @param services   which of them
 */
record ImageOptions(String base, Path output, String repository, Optional<String> tag, Optional<String> source,
        Platform platform, boolean trained, List<ServiceName> services) {

    static final String JLINK = "jlink";

    boolean isLinked() {
        return base.equals(JLINK);
    }
}
