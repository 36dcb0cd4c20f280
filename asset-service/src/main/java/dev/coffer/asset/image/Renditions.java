package dev.coffer.asset.image;

import dev.coffer.asset.AssetKey;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The short transactions around a rendition. */
@ApplicationScoped
class Renditions {
    private final RenditionRepository rows;
    private final Outbox outbox;
    private final RenditionConfig config;

    Renditions(RenditionRepository rows, Outbox outbox, RenditionConfig config) {
        this.rows = rows;
        this.outbox = outbox;
        this.config = config;
    }

    /** Keeps a new one. If somebody was faster, that one is the outcome; none if the asset has gone meanwhile. */
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
