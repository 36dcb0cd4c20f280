package dev.coffer.asset;

import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Tells whether a caller sees an asset with some content. Only assets count: once the last one is deleted, its content
 * is unknown, although the store may keep the bytes for a while (comfy.md section 2.6).
 */
@ApplicationScoped
public class ContentLookup {
    private final AssetRepository assets;

    ContentLookup(AssetRepository assets) {
        this.assets = assets;
    }

    /** @param hash {@code blake3:<hex>} */
    @Transactional
    public boolean visible(Caller caller, String hash) {
        return assets.sibling(caller.owners(), hash).isPresent();
    }
}
