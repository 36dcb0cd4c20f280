package dev.coffer.blob.upload;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions of hashing content afterwards. */
@ApplicationScoped
class HashedBlobs {
    private static final String CLAIM = """
            update blob set hashing_until = now() + :lease * interval '1 second'
            where id = (
                select b.id from blob b
                where b.hash is null and b.marked_at is null and (b.hashing_until is null or b.hashing_until < now())
                  and exists (select 1 from reference r where r.blob_id = b.id)
                order by b.size, b.id limit 1 for update skip locked)
            returning id""";
    private static final String RENEW = """
            update blob set hashing_until = now() + :lease * interval '1 second' where id = any(:ids)""";
    private static final String NAME = """
            update blob b set hash = :hash, sha256 = :sha256, hashing_until = null
            where b.id = :id and b.hash is null and b.marked_at is null
              and not exists (select 1 from blob other
                              where other.tenant = b.tenant and other.hash = :hash and other.marked_at is null)""";

    private final BlobRepository blobs;
    private final UploadRepository uploads;
    private final UploadRights rights;
    private final EntityManager database;

    HashedBlobs(BlobRepository blobs, UploadRepository uploads, UploadRights rights, EntityManager database) {
        this.blobs = blobs;
        this.uploads = uploads;
        this.rights = rights;
        this.database = database;
    }

    /** Some content that needs a hash and that nobody is at work on; the caller is, from now on. */
    @Transactional
    Optional<Blob> claim(Duration lease) {
        List<?> claimed = database.createNativeQuery(CLAIM).setParameter("lease", lease.toSeconds()).getResultList();
        return claimed.stream().findFirst().flatMap(id -> blobs.findByIdOptional((UUID) id));
    }

    @Transactional
    void renew(Collection<UUID> ids, Duration lease) {
        database.createNativeQuery(RENEW)
                .setParameter("lease", lease.toSeconds())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * Gives content its hash and says so. If the tenant has it already, its references move to the older one, and its
     * object is swept when downloads that have begun had their time.
     */
    @Transactional
    void finish(UUID id, Digests digests, Duration grace) {
        List<UUID> refs = refs(id);
        boolean named = database.createNativeQuery(NAME)
                        .setParameter("hash", digests.blake3())
                        .setParameter("sha256", digests.sha256())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
        if (!named && !refs.isEmpty()) {
            blobs.findByIdOptional(id).filter(blob -> blob.hash() == null).ifPresent(blob -> give(blob, digests, grace));
        }
        database.flush();
        database.clear();
        rights.announceHash(refs);
    }

    private void give(Blob blob, Digests digests, Duration grace) {
        Blob older = blobs.lock(blob.tenant(), digests.blake3())
                .orElseThrow(() -> new IllegalStateException("the older content has gone in between"));
        database.createNativeQuery("update reference set blob_id = :older where blob_id = :blob")
                .setParameter("older", older.id())
                .setParameter("blob", blob.id())
                .executeUpdate();
        uploads.abandon(blob.id(), blob.objectKey(), grace);
        blobs.deleteById(blob.id());
    }

    @SuppressWarnings("unchecked")
    private List<UUID> refs(UUID id) {
        return (List<UUID>) database.createNativeQuery("select ref from reference where blob_id = :id for update")
                .setParameter("id", id)
                .getResultList();
    }
}
