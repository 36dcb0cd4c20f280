package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetExpiryTransactions;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.label.TagLinkRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Adds the row of an asset, and the links of its tags. */
@ApplicationScoped
class AssetInsertion {
    private static final int ATTEMPTS = 5;

    private final AssetRepository assets;
    private final TagLinkRepository tags;
    private final AssetExpiryTransactions expired;

    AssetInsertion(AssetRepository assets, TagLinkRepository tags, AssetExpiryTransactions expired) {
        this.assets = assets;
        this.tags = tags;
        this.expired = expired;
    }

    /** Adds the row, or returns the asset that has its id already. One that has ended makes room. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Asset> insert(Asset row) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (assets.insertIfAbsent(row)) {
                tags.add(row);
                return Optional.empty();
            }
            Optional<Asset> known = assets.shared(row.itsOwner(), row.id);
            if (known.isPresent()) {
                return known;
            }
            expired.remove(row.key());
        }
        throw new IllegalStateException("asset " + row.id + " came and went " + ATTEMPTS + " times");
    }
}
