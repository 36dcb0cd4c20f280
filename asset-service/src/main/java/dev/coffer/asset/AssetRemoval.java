package dev.coffer.asset;

import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How an asset goes, whoever removes it: row, tags and event in one transaction, and its content is given back. */
@ApplicationScoped
public class AssetRemoval {
    private final AssetRepository assets;
    private final AssetEvents events;
    private final Outbox outbox;

    AssetRemoval(AssetRepository assets, AssetEvents events, Outbox outbox) {
        this.assets = assets;
        this.events = events;
        this.outbox = outbox;
    }

    /** @param asset locked by this transaction */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Asset asset) {
        assets.delete(asset);
        events.deleted(asset);
        outbox.release(asset.contentRef, asset.itsOwner());
    }
}
