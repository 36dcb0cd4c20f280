package dev.coffer.blob.parts;

import dev.coffer.blob.content.Digests;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.identity.Owner;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload that has all its parts and takes no more.
 *
 * @param session by which it came
 * @param attempt that puts the parts together
 * @param owner whose content it becomes
 * @param object what the parts become
 * @param parts in the order of their numbers
 */
record SealedUpload(UUID session, UUID attempt, Owner owner, PendingObject object, List<UploadPart> parts) {

    /** The parts that the store has. */
    List<ObjectStore.Part> stored() {
        return parts.stream().map(UploadPart::stored).filter(Objects::nonNull).toList();
    }

    long size() {
        return parts.stream().mapToLong(UploadPart::size).sum();
    }

    /** Of the whole content, once they are computed. */
    @Nullable
    Digests digests() {
        return parts.size() == 1 ? parts.getFirst().digests() : null;
    }
}
