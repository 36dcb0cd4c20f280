package dev.coffer.localstack.component.s3;

import dev.coffer.localstack.process.OnPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where a MinIO server may be found on this machine. */
public final class MinioBinary {
    /** The last state of the archived project; its release tags do not resolve as a Go module. */
    public static final String VERSION = "v0.0.0-20260212201848-7aac2a2c5b7c";

    private MinioBinary() {}

    /** The one of this version on the PATH, else the one in the cache. */
    public static Optional<Path> find() {
        return OnPath.find("minio").filter(MinioBinary::isKnown)
                .or(() -> Optional.of(cached()).filter(Files::isExecutable));
    }

    /** The server where it is, or where a build would put it. */
    public static Path findOrPlan() {
        return find().orElseGet(MinioBinary::cached);
    }

    /** One of another version on the PATH, which is not used. */
    public static Optional<Path> unknown() {
        return OnPath.find("minio").filter(binary -> !isKnown(binary));
    }

    /**
     * Whether the program contains this version as Go module information. It is not executed, because it may be
     * anything.
     */
    static boolean isKnown(Path binary) {
        byte[] module = ("github.com/minio/minio\t" + VERSION).getBytes(StandardCharsets.US_ASCII);
        byte[] window = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(binary)) {
            int kept = 0;
            for (int read = in.readNBytes(window, 0, window.length); read > 0;
                    read = in.readNBytes(window, kept, window.length - kept)) {
                int length = kept + read;
                if (indexOf(window, length, module) >= 0) {
                    return true;
                }
                kept = Math.min(length, module.length - 1);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static int indexOf(byte[] text, int length, byte[] wanted) {
        for (int i = 0; i <= length - wanted.length; i++) {
            if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a build goes: outside of the repository, so that it is done once per machine. */
    public static Path cached() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("coffer").resolve("minio-" + VERSION).resolve("minio");
    }
}
