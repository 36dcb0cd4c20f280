package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetEvents;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.ExpiredAssets;
import dev.coffer.asset.TagLinks;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The one short transaction of a creation: row, tags and event, or the asset that is there already and its event. */
@ApplicationScoped
public class AssetCreation {
    private static final int ATTEMPTS = 5;

    private final AssetRepository assets;
    private final TagLinks tags;
    private final AssetEvents events;
    private final Outbox outbox;
    private final ContentLock lock;
    private final ExpiredAssets expired;

    AssetCreation(
            AssetRepository assets,
            TagLinks tags,
            AssetEvents events,
            Outbox outbox,
            ContentLock lock,
            ExpiredAssets expired) {
        this.assets = assets;
        this.tags = tags;
        this.events = events;
        this.outbox = outbox;
        this.lock = lock;
        this.expired = expired;
    }

    /**
     * Adds the row. If its id is there already, or its content as it is wanted, that asset is the outcome and the
     * reference of the row is given back. Of any number of equal creations exactly one is new, and new is only what the
     * owner did not have.
     */
    @Transactional
    public Created create(Asset row, Wanted wanted) {
        Owner owner = new Owner(row.tenant, row.owner);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean repeats = !row.hash.equals(row.dedupKey) && repeats(owner, row.hash);
            if (assets.insertIfAbsent(row)) {
                tags.add(row);
                events.uploaded(row, !repeats);
                return new Created(row, !repeats);
            }
            Optional<Asset> namesake = assets.shared(owner, row.id);
            Optional<Asset> holder = holder(owner, row.dedupKey);
            if (namesake.isPresent() || holder.filter(asset -> suits(asset, row, wanted)).isPresent()) {
                return again(namesake.or(() -> holder).orElseThrow(), row.contentRef);
            }
            if (holder.isPresent()) {
                row.dedupKey = wanted.dedupKey(row.hash);
            } else {
                expired.remove(row.key());
            }
        }
        throw new IllegalStateException("asset " + row.id + " came and went " + ATTEMPTS + " times");
    }

    /** Adds a row that needs no folder and no job. */
    @Transactional
    public Created create(Asset row) {
        return create(row, Wanted.ANY);
    }

    /** What holds a key of its own for a wish was made for that wish, whatever has become of its tags. */
    private static boolean suits(Asset holder, Asset row, Wanted wanted) {
        return wanted.isMetBy(holder) || row.dedupKey.equals(wanted.dedupKey(row.hash));
    }

    /** An asset that is there is the outcome of another upload, whose reference is given back. */
    @Transactional
    public Created again(Asset known, UUID ref) {
        outbox.release(ref);
        events.uploaded(known, false);
        return new Created(known, false);
    }

    /** The owner's asset with this content as it is wanted: the upload of it is complete without a new row. */
    @Transactional
    public Optional<Created> reuse(Owner owner, Wanted wanted, String hash) {
        Optional<Asset> known = holder(owner, hash)
                .filter(wanted::isMetBy)
                .or(() -> holder(owner, wanted.dedupKey(hash)))
                .or(() -> assets.sharedByHash(owner, hash).filter(wanted::isMetBy));
        known.ifPresent(asset -> events.uploaded(asset, false));
        return known.map(asset -> new Created(asset, false));
    }

    private Optional<Asset> holder(Owner owner, String dedupKey) {
        return dedupKey == null ? Optional.empty() : assets.sharedByContent(owner, dedupKey);
    }

    /** Of two equal uploads exactly one is the first. */
    private boolean repeats(Owner owner, String hash) {
        lock.take(owner, hash);
        return assets.hasContent(owner, hash);
    }
}
