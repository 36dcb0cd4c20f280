package dev.coffer.asset.image;

import dev.coffer.asset.AssetKey;
import java.util.UUID;

/** What makes a rendition unique: one of each kind for an asset. */
record RenditionKey(String tenant, String owner, UUID id, String kind) {
    RenditionKey(AssetKey asset, String kind) {
        this(asset.tenant(), asset.owner(), asset.id(), kind);
    }
}
