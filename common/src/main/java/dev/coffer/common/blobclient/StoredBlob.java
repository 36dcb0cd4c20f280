package dev.coffer.common.blobclient;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What blob-service knows of a content.
 *
 * @param hash {@code blake3:<64 hex>}, once it is computed
 * @param sha256 {@code sha256:<64 hex>}, once it is computed
 * @param size in bytes
 */
public record StoredBlob(@Nullable String hash, @Nullable String sha256, long size) {
    /** The BLAKE3 hash of content that was streamed, or found by its hash: of that it is known at once. */
    public String blake3() {
        return Objects.requireNonNull(hash, "still being computed");
    }
}
