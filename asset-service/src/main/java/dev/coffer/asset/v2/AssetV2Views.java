package dev.coffer.asset.v2;

import dev.coffer.asset.Asset;
import dev.coffer.asset.content.ContentLinks;
import dev.coffer.asset.content.Served;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes wire objects out of rows, each with a fresh link. */
@ApplicationScoped
class AssetV2Views {
    private final ContentLinks links;

    AssetV2Views(ContentLinks links) {
        this.links = links;
    }

    /** @param createdNew null in answers that create nothing */
    AssetV2View of(Asset asset, Boolean createdNew) {
        return AssetV2View.of(asset, links.to(Served.of(asset, "inline", null)), createdNew);
    }
}
