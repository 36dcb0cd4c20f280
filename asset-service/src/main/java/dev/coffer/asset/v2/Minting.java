package dev.coffer.asset.v2;

import dev.coffer.asset.Asset;
import dev.coffer.asset.create.AssetTransactions;
import dev.coffer.asset.create.ContentLock;
import dev.coffer.asset.create.Created;
import dev.coffer.common.database.Turns;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The one short transaction that mints: key, row, tags and event, or none of them. */
@ApplicationScoped
class Minting {
    private final IdempotencyKeys keys;
    private final AssetTransactions creation;
    private final MintedRepository minted;
    private final Turns turns;

    Minting(
            IdempotencyKeys keys,
            AssetTransactions creation,
            MintedRepository minted,
            Turns turns) {
        this.keys = keys;
        this.creation = creation;
        this.minted = minted;
        this.turns = turns;
    }

    /** Always a new asset; it is called new if the owner did not have its bytes. @param key null: there is none */
    Created mint(Asset row, String key) {
        Owner owner = new Owner(row.tenant, row.owner);
        Set<String> names = key == null
                ? Set.of(ContentLock.name(owner, row.hash))
                : Set.of(ContentLock.name(owner, row.hash), Turns.name("key", owner.tenant(), owner.key(), key));
        return turns.call(() -> {
            keys.use(owner, key);
            return creation.add(row);
        }, names);
    }

    /** A new asset, unless the owner has the same reference already: then that one, and the new one is given back. */
    Minted mintOnce(Asset row) {
        return turns.call(() -> mintUnlessThere(row), ContentLock.name(new Owner(row.tenant, row.owner), row.hash));
    }

    private Minted mintUnlessThere(Asset row) {
        Optional<Asset> known = minted.identical(row);
        if (known.isEmpty()) {
            return new Minted(creation.add(row).asset(), true);
        }
        return new Minted(creation.reused(known.get(), row.contentRef).asset(), false);
    }

    /** @param minted false: it was there */
    record Minted(Asset asset, boolean minted) {}
}
