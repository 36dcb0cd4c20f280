package dev.coffer.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coffer.images.archive.ImageName;
import dev.coffer.images.archive.OciArchive;
import dev.coffer.images.archive.Unpacker;
import dev.coffer.images.base.LinkedBase;
import dev.coffer.images.base.Platform;
import dev.coffer.images.training.TrainingServers;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.PortCheck;
import dev.coffer.localstack.launcher.stack.ServiceName;
import dev.coffer.localstack.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image of one service on the base that is linked here, unpacked and run without a container runtime. The service
 * is as it was built for {@code ./coffer up}, and has no AOT cache: what is tried is the base, the layers, and how the
 * program is started.
 */
class ImageIT {
    private static final Path REPOSITORY =
            Path.of(System.getProperty("coffer.components")).getParent().getParent().getParent();

    @TempDir
    private Path directory;

    @Test
    void aServiceRunsFromItsImageAsAPodWould() throws Exception {
        try (OciArchive image = new OciArchive(image())) {
            Path root = directory.resolve("root");
            Unpacker.unpack(image, root);
            assertThat(root.resolve("bin")).doesNotExist();
            assertThat(root.resolve("opt/java/lib/security/cacerts")).isNotEmptyFile();
            assertThat(notForAll(root)).isEmpty();
            assumeTrue(Pod.isPossible(), "this machine does not let us make namespaces and mounts");
            runs(image, root);
        }
    }

    private void runs(OciArchive image, Path root) throws Exception {
        int management = PortCheck.anyFree();
        Path log = directory.resolve("log");
        Map<String, String> settings = new TreeMap<>(new TrainingServers().settings(ServiceName.USERDATA));
        settings.putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", "" + PortCheck.anyFree(),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1", "QUARKUS_MANAGEMENT_PORT", "" + management,
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=20 -XX:+PrintCommandLineFlags"));
        try (Pod pod = Pod.start(image, root, settings, log)) {
            String health = "http://127.0.0.1:" + management + "/q/health/ready";
            Await.until(() -> !pod.isAlive() || Http.status(health).orElse(0) == 200, Duration.ofMinutes(2));
            assertThat(Http.status(health)).as(Files.readString(log)).hasValue(200);
            assertThat(pod.status()).containsPattern("Gid:\\s+0\\s").containsPattern("NoNewPrivs:\\s+1");
            if (Pod.isRoot()) {
                assertThat(pod.status()).containsPattern("Uid:\\s+" + Pod.USER).containsPattern("CapEff:\\s+0+\n");
            }
            assertThat(Files.readString(log)).contains("-XX:MaxRAMPercentage=20", "-XX:+ExitOnOutOfMemoryError");
            assertThat(pod.stop()).isEqualTo(143);
            assertThat(Files.readString(log)).contains("userdata-service stopped in");
        }
    }

    private Path image() throws Exception {
        Path built = REPOSITORY.resolve("userdata-service/target/quarkus-app");
        ImageName name = new ImageName("localhost/coffer/userdata-service", "1");
        ServiceImage.Labels labels = new ServiceImage.Labels(new Origin(Optional.empty(), Instant.EPOCH),
                Optional.empty(), Optional.empty());
        Path file = directory.resolve("image.tar");
        new ServiceImage(ServiceName.USERDATA, name, LinkedBase.in(REPOSITORY.resolve("images/target/base")),
                new ServiceFiles(built), labels)
                .write(file, Platform.ofThisMachine(), Optional.empty(), directory.resolve("work"));
        return file;
    }

    private static List<Path> notForAll(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !isForAll(file)).toList();
        }
    }

    private static boolean isForAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            return false;
        }
    }
}
