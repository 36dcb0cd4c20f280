package dev.coffer.asset.create;

import java.util.List;
import java.util.UUID;

/**
 * What a client wants a new asset to be, checked; null where it leaves the choice to us.
 *
 * @param id chosen by the client, which makes the creation repeatable
 * @param name a label
 * @param fileName of the upload: its extension tells the type
 * @param userMetadata JSON text of an object
 */
public record Wanted(
        UUID id,
        String name,
        String fileName,
        List<String> tags,
        String mimeType,
        UUID previewId,
        UUID jobId,
        String userMetadata) {}
