package dev.coffer.files.file;

import dev.coffer.common.blobclient.CompletedUpload;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that a file has.
 *
 * @param ref the reference under which blob-service keeps it
 * @param completion of two contents the one with the larger number is the newer
 * @param size in bytes
 * @param hash {@code blake3:<hex>}, once it is computed
 * @param sha256 {@code sha256:<hex>}, once it is computed
 * @param uploadedAt when it was complete
 */
@Embeddable
public record FileContent(
        @Column(name = "content_ref") UUID ref,
        @Column(name = "content_completion") Long completion,
        @Column(name = "content_size") Long size,
        @Column(name = "content_hash") @Nullable String hash,
        @Column(name = "content_sha256") @Nullable String sha256,
        @Column(name = "uploaded_at") Instant uploadedAt) {

    public static FileContent of(CompletedUpload upload) {
        return new FileContent(
                upload.ref(),
                upload.completion(),
                upload.size(),
                upload.hash(),
                upload.sha256(),
                upload.completedAt());
    }
}
