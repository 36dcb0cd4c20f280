package dev.coffer.asset.rendition;

import dev.coffer.asset.AssetKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@code rendition}. A trigger releases the reference of a row that is deleted (V7). */
@ApplicationScoped
class RenditionRepository implements PanacheRepositoryBase<Rendition, RenditionKey> {
    private static final String INSERT = """
            insert into rendition (tenant, owner, id, kind, content_ref, size, hash, media_type, created_at)
            select tenant, owner, id, :kind, :ref, :size, :hash, :mediaType, :createdAt from asset
            where tenant = :tenant and owner = :owner and id = :id for key share
            on conflict do nothing""";
    private static final String TRIM = """
            delete from rendition where tenant = :tenant and owner = :owner and id = :id and kind in (
                select kind from rendition where tenant = :tenant and owner = :owner and id = :id
                order by created_at desc, kind offset :kept)""";

    /** Adds a row unless it exists already, or its asset was deleted. */
    boolean insertIfPossible(Rendition row) {
        return getEntityManager().createNativeQuery(INSERT)
                .setParameter("tenant", row.tenant)
                .setParameter("owner", row.owner)
                .setParameter("id", row.id)
                .setParameter("kind", row.kind)
                .setParameter("ref", row.contentRef)
                .setParameter("size", row.size)
                .setParameter("hash", row.hash)
                .setParameter("mediaType", row.mediaType)
                .setParameter("createdAt", row.createdAt)
                .executeUpdate() == 1;
    }

    /** Deletes the oldest renditions of an asset. */
    void trim(AssetKey asset, int kept) {
        getEntityManager().createNativeQuery(TRIM)
                .setParameter("tenant", asset.tenant())
                .setParameter("owner", asset.owner())
                .setParameter("id", asset.id())
                .setParameter("kept", kept)
                .executeUpdate();
    }
}
