package dev.coffer.common.blobclient;

/**
 * What blob-service knows of a content.
 *
 * @param hash {@code blake3:<64 hex>}, or null while it is being computed
 * @param sha256 {@code sha256:<64 hex>}, or null while it is being computed
 * @param size in bytes
 */
public record StoredBlob(String hash, String sha256, long size) {}
