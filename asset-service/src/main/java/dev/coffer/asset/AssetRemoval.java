package dev.coffer.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Deletes assets, as part of the transaction of the caller: row, tags, event and the release of the content. */
@ApplicationScoped
public class AssetRemoval {
    private final AssetRepository assets;
    private final AssetEvents events;

    AssetRemoval(AssetRepository assets, AssetEvents events) {
        this.assets = assets;
        this.events = events;
    }

    /** @param asset locked by this transaction */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Asset asset) {
        assets.delete(asset);
        events.deleted(asset);
    }
}
