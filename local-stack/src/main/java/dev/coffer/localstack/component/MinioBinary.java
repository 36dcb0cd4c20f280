package dev.coffer.localstack.component;

import dev.coffer.localstack.process.OnPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a MinIO server may be found on this machine. */
public final class MinioBinary {
    /** The last state of the archived project; its release tags do not resolve as a Go module. */
    public static final String VERSION = "v0.0.0-20260212201848-7aac2a2c5b7c";

    private MinioBinary() {
    }

    /** One on the PATH, else the one that was built into the cache. */
    public static Optional<Path> find() {
        return OnPath.find("minio").or(() -> Optional.of(cached()).filter(Files::isExecutable));
    }

    /** Where a build goes: outside of the repository, so that it is done once per machine. */
    public static Path cached() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("coffer").resolve("minio-" + VERSION).resolve("minio");
    }
}
