package dev.coffer.images.base;

import dev.coffer.localstack.launcher.options.UsageException;
import java.util.Map;

/**
 * The operating system and the processor that an image is for; the system is always Linux.
 *
 * @param architecture as OCI names it
 */
public record Platform(String architecture) {
    // Those of Java that OCI has other words for.
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch64", "arm64");

    /** Reads {@code linux/amd64} or {@code linux/arm64}. */
    public static Platform parse(String text) {
        if (!text.matches("linux/(amd64|arm64)")) {
            throw new UsageException("--platform takes linux/amd64 or linux/arm64, not " + text);
        }
        return new Platform(text.substring("linux/".length()));
    }

    /** The one whose programs this machine runs. */
    public static Platform ofThisMachine() {
        String name = System.getProperty("os.arch");
        return new Platform(ARCHITECTURES.getOrDefault(name, name));
    }

    @Override
    public String toString() {
        return "linux/" + architecture;
    }
}
