package dev.coffer.userdata.version;

import java.time.Instant;
import java.util.UUID;

/**
 * A content of a user file, with its place in the history of the file.
 *
 * @param version names this content in the history; it survives restoring
 * @param ref the reference that holds the bytes
 * @param size in bytes
 * @param hash {@code blake3:<hex>}
 * @param sha256 {@code sha256:<hex>}
 * @param savedBy subject of the person who saved it
 * @param savedAt when it was put there
 */
public record VersionContent(
        UUID version, UUID ref, long size, String hash, String sha256, String savedBy, Instant savedAt) {}
