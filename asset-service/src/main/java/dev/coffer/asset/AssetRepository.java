package dev.coffer.asset;

import dev.coffer.common.identity.Owner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The rows of {@code asset} one by one; {@code AssetListRepository} has the lists. The database counts along
 * (V2__asset_counts.sql).
 */
@ApplicationScoped
public class AssetRepository implements PanacheRepositoryBase<Asset, AssetKey> {
    private static final String INSERT = """
            insert into Asset (tenant, owner, id, name, foldedName, contentRef, size, hash, sha256, reusable, repeats,
                mimeType, tags, previewId, jobId, userMetadata, metadata, createdBy, createdAt, updatedAt, lastAccessTime,
                filePath, fileType, fileFolder, fileName, expiresAt)
            values (:tenant, :owner, :id, :name, :foldedName, :contentRef, :size, :hash, :sha256, :reusable, :repeats,
                :mimeType, :tags, :previewId, :jobId, :userMetadata, :metadata,
                :createdBy, :createdAt, :updatedAt, :lastAccessTime,
                :filePath, :fileType, :fileFolder, :fileName, :expiresAt)
            on conflict do nothing""";
    private static final String OLDEST_EXPIRED = """
            select * from asset where expires_at <= now() order by expires_at limit 100 for update skip locked""";
    private static final String EXPIRED = """
            select * from asset where expires_at <= now() and tenant = :tenant and owner = :owner and id = :id
            for update""";

    /** The asset with this id that the owner sees: its own one, else a public one. */
    public Optional<Asset> visible(Owner owner, UUID id) {
        return visible(owner, List.of(id)).stream().findFirst();
    }

    /** The assets with these ids that the owner sees, its own ones first. */
    public List<Asset> visible(Owner owner, Collection<UUID> ids) {
        String everybody = Owner.everybody(owner.tenant()).key();
        return list("""
                tenant = ?1 and owner in (?2, ?3) and id in ?4 order by case when owner = ?2 then 0 else 1 end""",
                owner.tenant(), owner.key(), everybody, ids);
    }

    /** What links to the contents of these assets are made of, of those that the owner sees. */
    public List<Previewed> previewed(Owner owner, Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("""
                        select tenant, owner, id, fileType, hash, fileName, mimeType, metadata from Asset
                        where tenant = :tenant and owner in (:owner, :everybody) and id in :ids""", Previewed.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("everybody", Owner.everybody(owner.tenant()).key())
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The owner's own asset, locked for a change. */
    public Optional<Asset> locked(Owner owner, UUID id) {
        return findByIdOptional(new AssetKey(owner, id), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The owner's own asset, safe from changes until the transaction ends. */
    public Optional<Asset> shared(Owner owner, UUID id) {
        return findByIdOptional(new AssetKey(owner, id), LockModeType.PESSIMISTIC_READ);
    }

    /** Whether the owner has an asset with that content; costs the same for one and for thousands. */
    public boolean hasContent(Owner owner, String hash) {
        return !getEntityManager()
                .createQuery("select 1 from Asset where tenant = ?1 and owner = ?2 and hash = ?3", Integer.class)
                .setParameter(1, owner.tenant())
                .setParameter(2, owner.key())
                .setParameter(3, hash)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Any asset with that content that these owners have. */
    public Optional<Asset> sibling(Collection<Owner> owners, String hash) {
        String tenant = owners.iterator().next().tenant();
        List<String> keys = owners.stream().map(Owner::key).toList();
        return find("tenant = ?1 and owner in ?2 and hash = ?3", tenant, keys, hash).firstResultOptional();
    }

    /** Some of those that have ended, the oldest first, locked unless another process has them. */
    @SuppressWarnings("unchecked")
    public List<Asset> oldestExpired() {
        return getEntityManager().createNativeQuery(OLDEST_EXPIRED, Asset.class).getResultList();
    }

    /** The asset with this key if it has ended, locked. */
    @SuppressWarnings("unchecked")
    public Optional<Asset> expired(AssetKey key) {
        return getEntityManager().createNativeQuery(EXPIRED, Asset.class)
                .setParameter("tenant", key.tenant())
                .setParameter("owner", key.owner())
                .setParameter("id", key.id())
                .getResultStream()
                .findFirst();
    }

    /**
     * Adds a row unless its id is taken, or it is reusable, repeats nothing, and another one does not either. Waits for
     * a competing transaction, so of two equal ones exactly one adds its row.
     */
    public boolean insertIfAbsent(Asset row) {
        return getEntityManager().unwrap(Session.class)
                .createMutationQuery(INSERT)
                .setParameter("tenant", row.tenant)
                .setParameter("owner", row.owner)
                .setParameter("id", row.id)
                .setParameter("name", row.name)
                .setParameter("foldedName", row.foldedName)
                .setParameter("contentRef", row.contentRef)
                .setParameter("size", row.size)
                .setParameter("hash", row.hash)
                .setParameter("sha256", row.sha256)
                .setParameter("reusable", row.reusable)
                .setParameter("repeats", row.repeats)
                .setParameter("mimeType", row.mimeType)
                .setParameter("tags", row.tags.toArray(String[]::new), String[].class)
                .setParameter("previewId", row.previewId)
                .setParameter("jobId", row.jobId)
                .setParameter("userMetadata", row.userMetadata)
                .setParameter("metadata", row.metadata)
                .setParameter("createdBy", row.createdBy)
                .setParameter("createdAt", row.createdAt)
                .setParameter("updatedAt", row.updatedAt)
                .setParameter("lastAccessTime", row.lastAccessTime)
                .setParameter("filePath", row.filePath)
                .setParameter("fileType", row.fileType)
                .setParameter("fileFolder", row.fileFolder)
                .setParameter("fileName", row.fileName)
                .setParameter("expiresAt", row.expiresAt)
                .executeUpdate() == 1;
    }
}
