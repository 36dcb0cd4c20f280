package dev.coffer.common.blobclient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks blob-service for an upload session, which is the right to upload.
 *
 * @param tenant the organisation
 * @param owner key of the owner of the future content
 * @param entity what the content is for; completed uploads can be asked for by it
 * @param maxSize of one PUT in bytes; 413 above
 * @param expiresAt end of the session
 * @param parts how many parts make the content; absent if it comes in one PUT
 */
public record UploadSessionRequest(
        String tenant, String owner, String entity, long maxSize, Instant expiresAt, @Nullable Integer parts) {}
