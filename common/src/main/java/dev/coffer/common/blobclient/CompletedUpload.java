package dev.coffer.common.blobclient;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Content that came in through the upload links of one entity; also the data of the event
 * {@code dev.coffer.blob.upload-completed} (docs/events.md).
 *
 * @param tenant the organisation
 * @param owner key of the owner
 * @param upload the open upload whose link was used
 * @param entity what the upload was opened for, in the words of the service that opened it
 * @param completion grows with every completed upload: of two, the larger one is the newer content
 * @param ref the reference that now holds the content
 * @param size in bytes
 * @param hash {@code blake3:<hex>}, once it is computed
 * @param sha256 {@code sha256:<hex>}, once it is computed
 * @param completedAt when the content was complete
 * @param createdNew whether these bytes are new to the tenant
 */
public record CompletedUpload(
        String tenant,
        String owner,
        UUID upload,
        String entity,
        long completion,
        UUID ref,
        long size,
        @Nullable String hash,
        @Nullable String sha256,
        Instant completedAt,
        boolean createdNew) {}
