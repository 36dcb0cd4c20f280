package dev.coffer.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Deletes assets that have expired. Queries do not see them any more (see {@link Asset}), so that clients cannot notice
 * when they are deleted. Several processes may do it at once.
 */
@ApplicationScoped
public class AssetExpiryTransactions {
    private final AssetRepository assets;
    private final AssetRemoval removal;

    AssetExpiryTransactions(AssetRepository assets, AssetRemoval removal) {
        this.assets = assets;
        this.removal = removal;
    }

    /** Removes the oldest ones. Returns how many. */
    @Transactional
    public int removeSome() {
        return remove(assets.oldestExpired());
    }

    /** Removes the one with this key, if it has ended: its id is free again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(AssetKey key) {
        remove(assets.expired(key).stream().toList());
    }

    private int remove(List<Asset> rows) {
        rows.forEach(removal::remove);
        assets.flush();
        return rows.size();
    }
}
