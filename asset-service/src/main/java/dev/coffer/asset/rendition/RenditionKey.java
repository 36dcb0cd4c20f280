package dev.coffer.asset.rendition;

import dev.coffer.asset.AssetKey;
import java.util.UUID;

/** The primary key of a rendition: an asset has one of each kind. */
record RenditionKey(String tenant, String owner, UUID id, String kind) {
    RenditionKey(AssetKey asset, String kind) {
        this(asset.tenant(), asset.owner(), asset.id(), kind);
    }
}
