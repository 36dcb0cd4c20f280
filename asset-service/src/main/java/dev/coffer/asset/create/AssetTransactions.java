package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetEvents;
import dev.coffer.asset.AssetRepository;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * The one short transaction of every creation: idempotency key, row, tags and event, or the asset that is there already
 * and its event.
 */
@ApplicationScoped
public class AssetTransactions {
    private final AssetRepository assets;
    private final EqualAssetRepository equals;
    private final AssetInsertion insertion;
    private final IdempotencyKeyRepository keys;
    private final CreationLocks locks;
    private final AssetEvents events;

    AssetTransactions(
            AssetRepository assets,
            EqualAssetRepository equals,
            AssetInsertion insertion,
            IdempotencyKeyRepository keys,
            CreationLocks locks,
            AssetEvents events) {
        this.assets = assets;
        this.equals = equals;
        this.insertion = insertion;
        this.keys = keys;
        this.locks = locks;
        this.events = events;
    }

    /**
     * Adds the row, or returns an asset of the owner that may be reused instead; then the reference of the row is
     * released. Of any number of equal creations exactly one adds a row.
     */
    public Created create(Asset row, NewAsset wanted) {
        return locks.holding(row.itsOwner(), row.hash, wanted.idempotencyKey(), () -> {
            keys.use(row.itsOwner(), wanted.idempotencyKey());
            return instead(row, wanted)
                    .map(known -> reused(known, row.contentRef))
                    .orElseGet(() -> added(row));
        });
    }

    /** Makes an existing asset the outcome of an upload, whose reference is released. */
    @Transactional
    public Created reused(Asset known, UUID ref) {
        events.uploadedAgain(known, ref);
        return Created.reused(known);
    }

    /** Reuses an asset of the owner with this content, if there is one as it is wanted, so that no row is added. */
    @Transactional
    public Optional<Created> reuse(Owner owner, NewAsset wanted, String hash) {
        Optional<Asset> known = equals.reusable(owner, hash, wanted.place(), wanted.jobId());
        known.ifPresent(events::uploadedAgain);
        return known.map(Created::reused);
    }

    private Optional<Asset> instead(Asset row, NewAsset wanted) {
        Owner owner = row.itsOwner();
        return switch (wanted.reuse()) {
            case EQUAL_BYTES -> assets.shared(owner, row.id)
                    .or(() -> row.reusable ? equals.reusable(owner, row.hash, wanted.place(), wanted.jobId())
                            : Optional.empty());
            case SAME_REFERENCE -> equals.sameReference(row);
            case LATER, NEVER -> Optional.empty();
        };
    }

    /**
     * Only the id of the row can be taken, by the asset that is the outcome then. New is what the owner did not have.
     */
    private Created added(Asset row) {
        row.repeats = assets.hasContent(row.itsOwner(), row.hash);
        Optional<Asset> known = insertion.insert(row);
        if (known.isPresent()) {
            return reused(known.get(), row.contentRef);
        }
        events.uploaded(row, !row.repeats);
        return new Created(row, true, !row.repeats);
    }
}
