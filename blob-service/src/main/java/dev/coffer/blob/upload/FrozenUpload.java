package dev.coffer.blob.upload;

import dev.coffer.blob.content.Digests;
import dev.coffer.blob.store.ObjectStore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An upload that has all its parts and takes no more.
 *
 * @param right whose upload it is
 * @param upload the object that the parts become
 * @param parts in the order of their numbers
 */
record FrozenUpload(UUID right, Upload upload, List<UploadPart> parts) {

    /** The parts that the store has. */
    List<ObjectStore.Part> stored() {
        return parts.stream().map(UploadPart::stored).filter(Objects::nonNull).toList();
    }

    long size() {
        return parts.stream().mapToLong(UploadPart::size).sum();
    }

    /** Of the whole content; null if nobody has computed them. */
    Digests digests() {
        return parts.size() == 1 ? parts.getFirst().digests() : null;
    }
}
