package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetEvents;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.ExpiredAssets;
import dev.coffer.asset.label.TagLinkRepository;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The one short transaction of a creation: row, tags and event, or the asset that is there already and its event. */
@ApplicationScoped
public class AssetTransactions {
    private static final int ATTEMPTS = 5;

    private final AssetRepository assets;
    private final EqualAssetRepository reusables;
    private final TagLinkRepository tags;
    private final AssetEvents events;
    private final Outbox outbox;
    private final ContentLock lock;
    private final ExpiredAssets expired;

    AssetTransactions(
            AssetRepository assets,
            EqualAssetRepository reusables,
            TagLinkRepository tags,
            AssetEvents events,
            Outbox outbox,
            ContentLock lock,
            ExpiredAssets expired) {
        this.assets = assets;
        this.reusables = reusables;
        this.tags = tags;
        this.events = events;
        this.outbox = outbox;
        this.lock = lock;
        this.expired = expired;
    }

    /**
     * The owner's asset with the id of the row, else one that has its content as it is wanted, else the row itself, added.
     * If nothing is added,
     * the reference of the row is given back. Of any number of equal creations exactly one is new.
     */
    public Created create(Asset row, NewAsset wanted) {
        Owner owner = new Owner(row.tenant, row.owner);
        return lock.holding(owner, row.hash, () -> assets.shared(owner, row.id)
                .or(() -> reusable(owner, row, wanted))
                .map(asset -> reused(asset, row.contentRef))
                .orElseGet(() -> added(row, owner)));
    }

    /**
     * Adds the row whoever has its content; only its id can be taken already, by the asset that is the outcome then. New
     * is what the owner did not have.
     */
    public Created add(Asset row) {
        Owner owner = new Owner(row.tenant, row.owner);
        return lock.holding(owner, row.hash, () -> added(row, owner));
    }

    private Created added(Asset row, Owner owner) {
        boolean repeats = assets.hasContent(owner, row.hash);
        if (repeats && row.dedupKey != null) {
            row.dedupKey = row.hash + " " + row.id;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (assets.insertIfAbsent(row)) {
                tags.add(row);
                events.uploaded(row, !repeats);
                return new Created(row, !repeats);
            }
            Optional<Asset> known = assets.shared(owner, row.id);
            if (known.isPresent()) {
                return reused(known.get(), row.contentRef);
            }
            expired.remove(row.key());
        }
        throw new IllegalStateException("asset " + row.id + " came and went " + ATTEMPTS + " times");
    }

    /** An asset that is there is the outcome of another upload, whose reference is given back. */
    @Transactional
    public Created reused(Asset known, UUID ref) {
        outbox.release(ref, known.itsOwner());
        events.uploaded(known, false);
        return new Created(known, false);
    }

    /** The owner's asset with this content as it is wanted: the upload of it is complete without a new row. */
    @Transactional
    public Optional<Created> reuse(Owner owner, NewAsset wanted, String hash) {
        Optional<Asset> known = reusables.find(owner, hash, wanted.place(), wanted.jobId());
        known.ifPresent(asset -> events.uploaded(asset, false));
        return known.map(asset -> new Created(asset, false));
    }

    private Optional<Asset> reusable(Owner owner, Asset row, NewAsset wanted) {
        return row.dedupKey == null
                ? Optional.empty()
                : reusables.find(owner, row.hash, wanted.place(), wanted.jobId());
    }
}
