package dev.coffer.asset.v2;

import dev.coffer.asset.Asset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Assets that were minted by version 2. */
@ApplicationScoped
class MintedRepository {
    private static final String IDENTICAL = """
            select * from asset
            where tenant = :tenant and owner = :owner and hash = :hash and dedup_key is null and expires_at is null
              and file_path is not distinct from cast(:path as text) and tags = cast(:tags as text[])
            limit 1 for key share""";

    private final EntityManager database;

    MintedRepository(EntityManager database) {
        this.database = database;
    }

    /** The owner's asset with the same content, path and tags; one that ends is never the same as another. */
    @SuppressWarnings("unchecked")
    Optional<Asset> identical(Asset row) {
        if (row.expiresAt != null) {
            return Optional.empty();
        }
        return ((List<Asset>) database.createNativeQuery(IDENTICAL, Asset.class)
                .setParameter("tenant", row.tenant)
                .setParameter("owner", row.owner)
                .setParameter("hash", row.hash)
                .setParameter("path", row.filePath)
                .setParameter("tags", row.tags.toArray(String[]::new))
                .getResultList()).stream().findFirst();
    }
}
