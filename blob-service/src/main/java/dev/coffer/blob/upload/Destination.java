package dev.coffer.blob.upload;

import dev.coffer.blob.share.Holder;
import dev.coffer.common.identity.Owner;
import java.util.UUID;

/**
 * What uploaded bytes are for.
 *
 * @param ref the reference that will hold them
 * @param owner of the reference
 * @param right the right to upload that was used, or null if a service uploads
 */
record Destination(UUID ref, Owner owner, UUID right) {

    /** Who takes memory and streams for it: an upload link, else the owner. */
    Holder holder() {
        return new Holder(owner.tenant(), right == null ? owner.key() : right.toString());
    }
}
