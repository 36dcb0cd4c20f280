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
     * Adds the row. If its id or its content is there already, that asset is the outcome and the reference of the
     * row is given back. Of any number of equal creations exactly one is new.
     *
     * @param repeats whether a new row repeats content that the owner has under another row
     */
    @Transactional
    public Created create(Asset row, boolean onlyNewContentIsNew) {
        Owner owner = new Owner(row.tenant, row.owner);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean repeats = onlyNewContentIsNew && repeats(owner, row.hash);
            if (assets.insertIfAbsent(row)) {
                tags.add(row);
                events.uploaded(row, !repeats);
                return new Created(row, !repeats);
            }
            Optional<Asset> known = known(owner, row.id, row.dedupKey);
            if (known.isPresent()) {
                outbox.release(row.contentRef);
                events.uploaded(known.get(), false);
                return new Created(known.get(), false);
            }
            expired.remove(row.key());
        }
        throw new IllegalStateException("asset " + row.id + " came and went " + ATTEMPTS + " times");
    }

    /** The owner's asset with this content, if there is one: the upload of it is complete without a new row. */
    @Transactional
    public Optional<Created> reuse(Owner owner, String dedupKey) {
        Optional<Asset> known = assets.sharedByContent(owner, dedupKey);
        known.ifPresent(asset -> events.uploaded(asset, false));
        return known.map(asset -> new Created(asset, false));
    }

    private Optional<Asset> known(Owner owner, UUID id, String dedupKey) {
        return assets.shared(owner, id)
                .or(() -> dedupKey == null ? Optional.empty() : assets.sharedByContent(owner, dedupKey));
    }

    /** Of two equal uploads exactly one is the first. */
    private boolean repeats(Owner owner, String hash) {
        lock.take(owner, hash);
        return assets.hasContent(owner, hash);
    }
}
