package dev.coffer.blob.ingest;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.share.Holder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What uploaded bytes are for.
 *
 * @param ref the reference that will hold them
 * @param owner of the reference
 * @param session the upload session by which the bytes come; absent if a service sends them
 */
public record Destination(UUID ref, Owner owner, @Nullable UUID session) {

    /** Who takes memory and streams for it: an upload link, else the owner. */
    Holder holder() {
        return new Holder(owner.tenant(), session == null ? owner.key() : session.toString());
    }
}
