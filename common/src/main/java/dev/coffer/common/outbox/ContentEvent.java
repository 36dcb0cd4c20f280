package dev.coffer.common.outbox;

import org.jspecify.annotations.Nullable;

/**
 * The data of an event about some content (docs/events.md).
 *
 * @param tenant the organisation
 * @param owner {@code user:…}, {@code workspace:…}, {@code project:…} or {@code public}
 * @param id of the asset, of the user file (it survives overwrites), or of the CDF file
 * @param name as the user sees it; of a user file its path
 * @param size in bytes, once there is content
 * @param hash {@code blake3:<hex>}, once it is known
 * @param sha256 {@code sha256:<hex>}, once it is known
 * @param createdNew whether the API called it new; absent where that has no meaning
 */
public record ContentEvent(
        String tenant,
        String owner,
        String id,
        String name,
        @Nullable Long size,
        @Nullable String hash,
        @Nullable String sha256,
        @Nullable Boolean createdNew) {}
