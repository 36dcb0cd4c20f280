package dev.coffer.asset.v2;

import dev.coffer.asset.Asset;
import dev.coffer.asset.content.AssetRepresentation;
import dev.coffer.asset.content.ContentLinks;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes wire objects out of rows, each with a fresh link. */
@ApplicationScoped
class AssetV2Views {
    private final ContentLinks links;

    AssetV2Views(ContentLinks links) {
        this.links = links;
    }

    /** @param createdNew absent in answers that create nothing */
    AssetV2View of(Asset asset, @Nullable Boolean createdNew) {
        return AssetV2View.of(asset, links.to(AssetRepresentation.of(asset, "inline", null)), createdNew);
    }
}
