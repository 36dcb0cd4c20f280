package dev.coffer.common.blobclient;

import java.util.List;

/**
 * Asks blob-service for a reference to content that is there already.
 *
 * @param tenant the organisation
 * @param owner key of the owner of the new reference
 * @param hash {@code blake3:<hex>} or {@code sha256:<hex>}
 * @param visibleTo keys of the owners whose content the caller may see; content of other owners is unknown
 */
public record LinkRequest(String tenant, String owner, String hash, List<String> visibleTo) {}
