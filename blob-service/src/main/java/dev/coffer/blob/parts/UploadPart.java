package dev.coffer.blob.parts;

import dev.coffer.blob.content.Digests;
import dev.coffer.blob.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * A part that came in completely.
 *
 * @param number as the client counts
 * @param stored what the store calls it; absent for an empty part, which the store never sees
 * @param size in bytes
 * @param digests of the part, if it is the only one
 */
record UploadPart(int number, ObjectStore.@Nullable Part stored, long size, @Nullable Digests digests) {}
