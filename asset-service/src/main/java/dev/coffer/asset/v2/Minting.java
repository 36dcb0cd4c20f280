package dev.coffer.asset.v2;

import dev.coffer.asset.Asset;
import dev.coffer.asset.create.AssetCreation;
import dev.coffer.asset.create.ContentLock;
import dev.coffer.asset.create.Created;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The one short transaction that mints: key, row, tags and event, or none of them. */
@ApplicationScoped
class Minting {
    private final IdempotencyKeys keys;
    private final AssetCreation creation;
    private final MintedRepository minted;
    private final ContentLock lock;

    Minting(
            IdempotencyKeys keys,
            AssetCreation creation,
            MintedRepository minted,
            ContentLock lock) {
        this.keys = keys;
        this.creation = creation;
        this.minted = minted;
        this.lock = lock;
    }

    /** Always a new asset; it is called new if the owner did not have its bytes. @param key null: there is none */
    @Transactional
    public Created mint(Asset row, String key) {
        keys.use(new Owner(row.tenant, row.owner), key);
        return creation.add(row);
    }

    /** A new asset, unless the owner has the same reference already: then that one, and the new one is given back. */
    @Transactional
    public Minted mintOnce(Asset row) {
        lock.take(new Owner(row.tenant, row.owner), row.hash);
        Optional<Asset> known = minted.identical(row);
        if (known.isEmpty()) {
            return new Minted(creation.add(row).asset(), true);
        }
        return new Minted(creation.reused(known.get(), row.contentRef).asset(), false);
    }

    /** @param minted false: it was there */
    record Minted(Asset asset, boolean minted) {}
}
