package dev.coffer.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import dev.coffer.images.archive.ImageName;
import dev.coffer.images.archive.OciArchive;
import dev.coffer.images.archive.Unpacker;
import dev.coffer.images.base.Base;
import dev.coffer.images.base.Part;
import dev.coffer.images.base.Platform;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image says and has, tried with a base that has nothing. */
class ServiceImageTest {
    private static final ImageName NAME = new ImageName("registry.example/coffer/blob-service", "1.2");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final Base nothing = new Base() {
        @Override
        public JibContainerBuilder image() {
            return Jib.fromScratch().addEnvironmentVariable("PATH", "/opt/java/bin");
        }

        @Override
        public List<Part> parts() {
            return List.of();
        }
    };

    @TempDir
    private Path directory;
    private Path built;

    @BeforeEach
    void build() throws Exception {
        built = directory.resolve("quarkus-image");
        put("lib/main/org.example.library-1.jar", "library");
        put("lib/main/dev.coffer.coffer-common-0.1.0.jar", "common");
        generate("names$cachedValue$a1B2c3D4$0");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "0.1.0");
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(built.resolve("quarkus-run.jar")), manifest)) {
            jar.finish();
        }
    }

    @Test
    void theSameFilesMakeTheSameBytes() throws Exception {
        String first = write("first", Optional.empty());
        Path changedInNothing = built.resolve("quarkus-run.jar");
        Files.setLastModifiedTime(changedInNothing, FileTime.from(TIME));
        Files.setPosixFilePermissions(changedInNothing, PosixFilePermissions.fromString("rw-------"));

        assertThat(write("second", Optional.empty())).isEqualTo(first);
        assertThat(archive("second")).hasSameBinaryContentAs(archive("first"));
    }

    @Test
    void randomNamesOfABuildDoNotCount() throws Exception {
        String first = write("first", Optional.empty());
        generate("names$cachedValue$z9Y8x7W6$0");
        assertThat(write("second", Optional.empty())).isEqualTo(first);
    }

    @Test
    void otherFilesMakeAnotherDigest() throws Exception {
        String first = write("first", Optional.empty());
        generate("names$cachedValue$a1B2c3D4$1");
        assertThat(write("second", Optional.empty())).isNotEqualTo(first);
    }

    @Test
    void anImageSaysWhoMayRunItAndHow() throws Exception {
        write("image", Optional.empty());
        try (OciArchive image = new OciArchive(archive("image"))) {
            assertThat(image.entrypoint()).startsWith("java", "-XX:Flags=/opt/coffer/jvm.flags")
                    .endsWith("-jar", "/opt/coffer/quarkus-run.jar")
                    .noneMatch(word -> word.contains("AOTCache"));
            assertThat(image.configuration().path("User").asText()).isEqualTo("65532:0");
            assertThat(image.configuration().path("ExposedPorts").fieldNames())
                    .toIterable().containsExactlyInAnyOrder("8084/tcp", "8094/tcp");
            assertThat(image.configuration().path("Labels").toString())
                    .contains("\"org.opencontainers.image.version\":\"1.2\"")
                    .contains("\"org.opencontainers.image.revision\":\"abc\"")
                    .contains("\"org.opencontainers.image.created\":\"2026-01-02T03:04:05Z\"")
                    .contains("\"org.opencontainers.image.source\":\"https://example.com/coffer\"");
        }
    }

    @Test
    void containerdFindsTheNameAndOthersTheTag() throws Exception {
        write("image", Optional.empty());
        try (OciArchive image = new OciArchive(archive("image"))) {
            assertThat(image.descriptor().path("annotations").path("io.containerd.image.name").asText())
                    .isEqualTo("registry.example/coffer/blob-service:1.2");
            assertThat(image.descriptor().path("annotations").path("org.opencontainers.image.ref.name").asText())
                    .isEqualTo("1.2");
            assertThat(image.descriptor().path("platform").path("architecture").asText()).isEqualTo("arm64");
        }
    }

    @Test
    void librariesProgramAndCacheAreLayersOfTheirOwn() throws Exception {
        Path cache = Files.writeString(directory.resolve("cache"), "cached");
        write("image", Optional.of(cache));
        try (OciArchive image = new OciArchive(archive("image"))) {
            Path root = directory.resolve("root");
            Unpacker.unpack(image, root);
            assertThat(image.entrypoint()).contains("-XX:AOTCache=/opt/coffer/coffer.aot");
            assertThat(image.files()).satisfiesExactly(
                    libraries -> assertThat(libraries).containsExactly("opt/coffer/lib/main/org.example.library-1.jar"),
                    program -> assertThat(program).containsExactlyInAnyOrder("opt/coffer/jvm.flags",
                            "opt/coffer/lib/main/dev.coffer.coffer-common-0.1.0.jar",
                            "opt/coffer/quarkus/generated-bytecode.jar", "opt/coffer/quarkus-run.jar"),
                    aot -> assertThat(aot).containsExactly("opt/coffer/coffer.aot"));
            assertThat(root.resolve("opt/coffer/lib/main/org.example.library-1.jar")).hasContent("library");
            // The JVM compares it with that of the time when the cache was made.
            assertThat(Files.getLastModifiedTime(root.resolve("opt/coffer/quarkus-run.jar")).toInstant())
                    .isEqualTo(Instant.ofEpochSecond(1));
        }
    }

    private void generate(String proxy) throws Exception {
        Path jar = built.resolve("quarkus/generated-bytecode.jar");
        Files.createDirectories(built.resolve("quarkus"));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("dev/coffer/blob/content/Blob$HibernateProxy.class");
            entry.setTime(TIME.toEpochMilli());
            out.putNextEntry(entry);
            out.write(proxy.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void put(String file, String content) throws Exception {
        Files.createDirectories(built.resolve(file).getParent());
        Files.writeString(built.resolve(file), content);
    }

    private String write(String name, Optional<Path> cache) throws Exception {
        ServiceImage.Labels labels = new ServiceImage.Labels(new Origin(Optional.of("abc"), TIME),
                Optional.of("https://example.com/coffer"), Optional.empty());
        return new ServiceImage(ServiceName.BLOB, NAME, nothing, new ServiceFiles(built), labels)
                .write(archive(name), new Platform("arm64"), cache, directory.resolve("work-" + name));
    }

    private Path archive(String name) {
        return directory.resolve(name + ".tar");
    }
}
