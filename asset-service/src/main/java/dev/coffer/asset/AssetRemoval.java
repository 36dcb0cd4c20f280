package dev.coffer.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How an asset goes, whoever removes it: row, tags and event in one transaction, and its content is given back. */
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
