package dev.coffer.asset.rendition;

import dev.coffer.asset.AssetKey;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The transaction that keeps a new rendition. */
@ApplicationScoped
class RenditionTransactions {
    private final RenditionRepository rows;
    private final Outbox outbox;
    private final RenditionConfig config;

    RenditionTransactions(RenditionRepository rows, Outbox outbox, RenditionConfig config) {
        this.rows = rows;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Keeps a new rendition, or returns the one that another request has kept first; empty if the asset was deleted
     * meanwhile.
     */
    @Transactional
    public Optional<Rendition> keep(AssetKey asset, Rendition row) {
        if (rows.insertIfPossible(row)) {
            rows.trim(asset, config.kept());
            return Optional.of(row);
        }
        outbox.release(row.contentRef, new Owner(row.tenant, row.owner));
        return rows.findByIdOptional(new RenditionKey(asset, row.kind));
    }
}
