package dev.coffer.asset.image;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.Hashes;
import dev.coffer.asset.content.Served;
import dev.coffer.common.blob.BlobClient;
import dev.coffer.common.blob.References;
import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ContentDisposition;
import dev.coffer.common.http.Preconditions;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/**
 * Images as clients want to see them. Each rendering is made once and kept as content of the asset's owner; it goes
 * with the asset.
 */
@ApplicationScoped
public class RenditionService {
    private final RenditionRepository rows;
    private final Renditions renditions;
    private final Renderer renderer;
    private final BlobClient blobs;
    private final References references;
    private final Clock clock;

    RenditionService(
            RenditionRepository rows,
            Renditions renditions,
            Renderer renderer,
            BlobClient blobs,
            References references,
            Clock clock) {
        this.rows = rows;
        this.renditions = renditions;
        this.renderer = renderer;
        this.blobs = blobs;
        this.references = references;
        this.clock = clock;
    }

    /**
     * The rendering of an asset.
     *
     * @throws ServiceException 400 if its content is no image, broken, or too large; 404 if it has gone meanwhile
     */
    public Served of(Asset asset, Rendering wanted) {
        return served(asset, wanted, rows.findByIdOptional(new RenditionKey(asset.key(), wanted.key()))
                .orElseGet(() -> made(asset, wanted)));
    }

    private Rendition made(Asset asset, Rendering wanted) {
        UUID ref = Ids.next();
        Rendition row = row(asset, wanted, ref, stored(asset, wanted, ref));
        return references.keptUnlessRefused(ref, asset.itsOwner(), () ->
                renditions.keep(asset.key(), row).orElseThrow(() -> AssetIds.notFound(asset.id)));
    }

    /** The picture goes to the store while it is written. */
    private StoredBlob stored(Asset asset, Rendering wanted, UUID ref) {
        Owner owner = asset.itsOwner();
        try {
            return renderer.render(asset.contentRef, owner, asset.size, wanted, (picture, decoder) ->
                    Pipe.run(decoder, picture::write, content -> blobs.store(ref, owner, content, -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rendition row(Asset asset, Rendering wanted, UUID ref, StoredBlob blob) {
        Rendition row = new Rendition();
        row.tenant = asset.tenant;
        row.owner = asset.owner;
        row.id = asset.id;
        row.kind = wanted.key();
        row.contentRef = ref;
        row.size = blob.size();
        row.hash = blob.hash();
        row.mediaType = wanted.type().mediaType();
        row.createdAt = clock.instant();
        return row;
    }

    private static Served served(Asset asset, Rendering wanted, Rendition row) {
        String name = asset.name.replaceFirst("\\.[^.]*$", "") + "." + wanted.type().extension();
        return new Served(
                row.contentRef, asset.itsOwner(), row.size, Preconditions.tag(Hashes.digits(row.hash)), row.createdAt,
                asset.expiresAt, row.mediaType, ContentDisposition.inline(name), false);
    }
}
