package dev.coffer.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.Ports;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import dev.coffer.images.archive.ArchiveIndex;
import dev.coffer.images.archive.ImageName;
import dev.coffer.images.base.Base;
import dev.coffer.images.base.Platform;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * The image of a service: base, dependencies, application and, if there is one, the AOT cache, each a layer of its own.
 * Runs as any user: files are for all to read, and nothing has to be written but {@code /tmp}.
 *
 * @param service what it starts
 * @param name    what it is called
 * @param base    what it begins with
 * @param files   of the service
 * @param labels  what it says of itself
 */
record ServiceImage(ServiceName service, ImageName name, Base base, ServiceFiles files, Labels labels) {
    /** Where the service is. */
    static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/opt/coffer");

    private static final AbsoluteUnixPath FLAGS = HOME.resolve("jvm.flags");
    private static final AbsoluteUnixPath CACHE = HOME.resolve("coffer.aot");
    // Not root, as Kubernetes can tell from a number; OpenShift takes any other number, and the same group.
    private static final String USER = "65532:0";
    private static final int FIRST_PORT = 8081;
    private static final int FIRST_MANAGEMENT_PORT = 8091;

    /**
     * Writes the image into a file.
     *
     * @param work for what is needed on the way; layers in it are used again
     * @return its digest
     */
    String write(Path file, Platform platform, Optional<Path> aotCache, Path work)
            throws IOException, InterruptedException {
        Path unfinished = Files.createDirectories(work).resolve(service.module() + ".tar");
        try {
            JibContainerBuilder image = base.image()
                    .setFormat(ImageFormat.OCI)
                    .setPlatforms(Set.of(new com.google.cloud.tools.jib.api.buildplan.Platform(
                            platform.architecture(), "linux")))
                    .addFileEntriesLayer(files.dependencies(HOME))
                    .addFileEntriesLayer(files.application(HOME, work).addEntry(flags(work), FLAGS).build());
            if (aotCache.isPresent()) {
                image.addFileEntriesLayer(
                        FileEntriesLayer.builder().setName("aot").addEntry(aotCache.get(), CACHE).build());
            }
            describe(image, aotCache.isPresent());
            String digest = image.containerize(Containerizer.to(TarImage.at(unfinished).named(name.toString()))
                    .setBaseImageLayersCache(work.resolve("base-layers"))
                    .setApplicationLayersCache(work.resolve("layers"))
                    .setAllowInsecureRegistries(base.isFromThisMachine())
                    .setToolName("coffer")
                    .addEventHandler(LogEvent.class, ServiceImage::report))
                    .getDigest()
                    .toString();
            ArchiveIndex.complete(unfinished, file, name, platform);
            return digest;
        } catch (ExecutionException | RegistryException | InvalidImageReferenceException
                | CacheDirectoryCreationException e) {
            Throwable reason = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new ComponentException(name + " could not be made: " + reason.getMessage());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void describe(JibContainerBuilder image, boolean trained) {
        image.setEntrypoint(entrypoint(trained))
                .setUser(USER)
                .setWorkingDirectory(HOME)
                .setExposedPorts(Ports.parse(List.of(Integer.toString(FIRST_PORT + service.ordinal()),
                        Integer.toString(FIRST_MANAGEMENT_PORT + service.ordinal()))))
                .addEnvironmentVariable("LANG", "C.UTF-8")
                .setCreationTime(labels.origin().time())
                .setLabels(labels.of(service, name));
    }

    private static List<String> entrypoint(boolean trained) {
        List<String> command = new ArrayList<>(List.of("java", "-XX:Flags=" + FLAGS));
        if (trained) {
            command.add("-XX:AOTCache=" + CACHE);
        }
        // Before all else, for some libraries log before Quarkus can say so.
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-jar", HOME.resolve(ServiceFiles.PROGRAM).toString()));
        return command;
    }

    private static Path flags(Path work) throws IOException {
        Path file = work.resolve("jvm.flags");
        try (InputStream in = ServiceImage.class.getResourceAsStream("jvm.flags")) {
            Files.write(file, Objects.requireNonNull(in, "in this module").readAllBytes());
        }
        return file;
    }

    private static void report(LogEvent event) {
        if (event.getLevel() == LogEvent.Level.ERROR || event.getLevel() == LogEvent.Level.WARN) {
            System.err.println(event.getMessage());
        }
    }

    /**
     * What is the same for all images.
     *
     * @param origin   of the sources
     * @param source   where they are
     * @param baseName of the base, if it has one
     */
    record Labels(Origin origin, Optional<String> source, Optional<String> baseName) {
        Map<String, String> of(ServiceName service, ImageName name) {
            Map<String, String> labels = new TreeMap<>();
            put(labels, "title", "Coffer " + service.module());
            put(labels, "version", name.tag());
            put(labels, "licenses", "Apache-2.0");
            put(labels, "created", origin.time().toString());
            origin.revision().ifPresent(revision -> put(labels, "revision", revision));
            source.ifPresent(url -> put(labels, "source", url));
            baseName.ifPresent(base -> put(labels, "base.name", base));
            return labels;
        }

        private static void put(Map<String, String> labels, String label, String value) {
            labels.put("org.opencontainers.image." + label, value);
        }
    }
}
