package dev.coffer.asset;

import dev.coffer.common.identity.Owner;
import java.util.UUID;

/**
 * What makes an asset unique. Clients may choose the id, so it is unique per owner only: the choice of one can
 * never be seen as a conflict by another.
 */
public record AssetKey(String tenant, String owner, UUID id) {

    public AssetKey(Owner owner, UUID id) {
        this(owner.tenant(), owner.key(), id);
    }
}
