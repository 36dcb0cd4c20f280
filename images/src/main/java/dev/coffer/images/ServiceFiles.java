package dev.coffer.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.coffer.localstack.component.ComponentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Quarkus built of a service.
 *
 * @param directory with {@code quarkus-run.jar}
 */
record ServiceFiles(Path directory) {
    static final String PROGRAM = "quarkus-run.jar";
    private static final String GENERATED = "quarkus/generated-bytecode.jar";
    private static final String OURS = "dev.coffer.";

    ServiceFiles {
        if (!Files.exists(directory.resolve(PROGRAM))) {
            throw new ComponentException("there is no " + directory.resolve(PROGRAM) + ": build the service first");
        }
    }

    /** Of the service, as the build says. */
    String version() throws IOException {
        try (JarFile jar = new JarFile(directory.resolve(PROGRAM).toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }

    /** Libraries of others, which change seldom. */
    FileEntriesLayer dependencies(AbsoluteUnixPath target) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("dependencies");
        for (Path file : files()) {
            if (isDependency(file)) {
                layer.addEntry(file, inImage(target, file));
            }
        }
        return layer.build();
    }

    /**
     * All the rest.
     *
     * @param work for files that have to be changed
     */
    FileEntriesLayer.Builder application(AbsoluteUnixPath target, Path work) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("application");
        for (Path file : files()) {
            if (file.equals(directory.resolve(GENERATED))) {
                Path copy = work.resolve(file.getFileName());
                GeneratedClasses.copy(file, copy);
                layer.addEntry(copy, inImage(target, file));
            } else if (!isDependency(file)) {
                layer.addEntry(file, inImage(target, file));
            }
        }
        return layer;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private boolean isDependency(Path file) {
        return directory.relativize(file).startsWith("lib") && !file.getFileName().toString().startsWith(OURS);
    }

    private AbsoluteUnixPath inImage(AbsoluteUnixPath target, Path file) {
        return target.resolve(directory.relativize(file).toString());
    }
}
