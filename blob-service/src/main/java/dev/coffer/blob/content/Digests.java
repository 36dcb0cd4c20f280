package dev.coffer.blob.content;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a content.
 *
 * @param blake3 32 bytes
 * @param sha256 32 bytes
 * @param size in bytes
 */
public record Digests(byte[] blake3, byte[] sha256, long size) {
    private static final String BLAKE3 = "blake3:";
    private static final String SHA256 = "sha256:";

    /** {@code blake3:<64 hex>}, if there is a hash. */
    public static @Nullable String blake3Text(byte @Nullable [] digest) {
        return digest == null ? null : BLAKE3 + HexFormat.of().formatHex(digest);
    }

    /** {@code sha256:<64 hex>}, if there is a hash. */
    public static @Nullable String sha256Text(byte @Nullable [] digest) {
        return digest == null ? null : SHA256 + HexFormat.of().formatHex(digest);
    }

    /** Whether a text names a BLAKE3 digest; otherwise it names a SHA-256. */
    public static boolean isBlake3(String text) {
        return text.startsWith(BLAKE3);
    }

    /** The bytes of {@code blake3:<hex>} or {@code sha256:<hex>}. */
    public static byte[] parse(String text) {
        return HexFormat.of().parseHex(text, BLAKE3.length(), text.length());
    }
}
