package dev.coffer.asset.rendition;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.content.AssetRepresentation;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.content.ContentDisposition;
import dev.coffer.common.content.Shown;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.time.Ids;
import dev.coffer.rendering.picture.Renderer;
import dev.coffer.rendering.picture.Rendering;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Renderings of assets. Each is made on the first request and kept as content of the asset's owner; it is deleted with
 * the asset.
 */
@ApplicationScoped
public class RenditionService {
    private final RenditionRepository rows;
    private final RenditionTransactions transactions;
    private final Renderer renderer;
    private final References references;
    private final Clock clock;

    RenditionService(
            RenditionRepository rows,
            RenditionTransactions transactions,
            Renderer renderer,
            References references,
            Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.renderer = renderer;
        this.references = references;
        this.clock = clock;
    }

    /**
     * The rendering of an asset.
     *
     * @throws ServiceException 400 if its content is not an image, is broken or too large; 404 if it was deleted
     *     meanwhile
     */
    public AssetRepresentation of(Asset asset, Rendering wanted) {
        return shown(asset, wanted, rows.findByIdOptional(new RenditionKey(asset.key(), wanted.key()))
                .orElseGet(() -> made(asset, wanted)));
    }

    private Rendition made(Asset asset, Rendering wanted) {
        UUID ref = Ids.next();
        StoredBlob picture = renderer.render(asset.content(), wanted, ref);
        Rendition row = row(asset, wanted, ref, picture);
        return references.releaseOnFailure(ref, asset.itsOwner(),
                () -> transactions.keep(asset.key(), row).orElseThrow(() -> AssetIds.notFound(asset.id)));
    }

    private Rendition row(Asset asset, Rendering wanted, UUID ref, StoredBlob blob) {
        Rendition row = new Rendition();
        row.tenant = asset.tenant;
        row.owner = asset.owner;
        row.id = asset.id;
        row.kind = wanted.key();
        row.contentRef = ref;
        row.size = blob.size();
        row.hash = blob.blake3();
        row.mediaType = wanted.mediaType();
        row.createdAt = clock.instant();
        return row;
    }

    private static AssetRepresentation shown(Asset asset, Rendering wanted, Rendition row) {
        String name = asset.name.replaceFirst("\\.[^.]*$", "") + "." + wanted.extension();
        return AssetRepresentation.ofRendition(asset, new ContentReference(row.contentRef, asset.itsOwner(), row.size),
                row.hash, row.createdAt, new Shown(row.mediaType, ContentDisposition.inline(name)));
    }
}
