package dev.coffer.common.blobclient;

import dev.coffer.common.identity.Owner;
import java.util.UUID;

/**
 * Stored content, and the reference by which it may be read.
 *
 * @param owner of the reference
 * @param size in bytes
 */
public record ContentReference(UUID ref, Owner owner, long size) {}
