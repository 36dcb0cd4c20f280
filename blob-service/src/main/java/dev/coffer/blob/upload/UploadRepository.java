package dev.coffer.blob.upload;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Uploads under way. Leases are measured by the database's clock, which all processes share. */
@ApplicationScoped
class UploadRepository implements PanacheRepositoryBase<Upload, UUID> {
    private static final String INSERT = """
            insert into upload (id, ref, object_key, lease_until)
            values (:id, :ref, :key, now() + :lease * interval '1 second')""";
    private static final String RENEW = """
            update upload set lease_until = now() + :lease * interval '1 second'
            where id = any(:ids) and swept_at is null""";
    private static final String GIVE_UP = """
            update upload set swept_at = now(), lease_until = now() + :again * interval '1 second'
            where id = :id and swept_at is null""";
    private static final String SWEEP = """
            update upload set swept_at = coalesce(swept_at, now()), lease_until = now() + :again * interval '1 second'
            where id = (select id from upload where lease_until < now() order by lease_until limit 1
                        for update skip locked)
            returning *""";
    private static final String CONSUME = "delete from upload where id = :id and swept_at is null";

    @Transactional
    void begin(Upload upload, Duration lease) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("id", upload.id())
                .setParameter("ref", upload.ref)
                .setParameter("key", upload.objectKey())
                .setParameter("lease", lease.toSeconds())
                .executeUpdate();
    }

    @Transactional
    void noteStoreUpload(Upload upload, String storeUploadId) {
        upload.storeUploadId = storeUploadId;
        update("storeUploadId = ?1 where id = ?2", storeUploadId, upload.id());
    }

    @Transactional
    void renew(Collection<UUID> ids, Duration lease) {
        getEntityManager()
                .createNativeQuery(RENEW)
                .setParameter("lease", lease.toSeconds())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * Marks an upload as one that will never become a blob. False if it has become one: then its object belongs to
     * the blob. The row lock decides, also while a commit is still under way.
     *
     * @param again when the sweeper looks at it
     */
    @Transactional
    boolean giveUp(UUID id, Duration again) {
        return getEntityManager()
                        .createNativeQuery(GIVE_UP)
                        .setParameter("id", id)
                        .setParameter("again", again.toSeconds())
                        .executeUpdate()
                == 1;
    }

    /** Ends an upload in the transaction that makes it a blob. False if it was given up or swept before. */
    boolean consume(UUID id) {
        return getEntityManager().createNativeQuery(CONSUME).setParameter("id", id).executeUpdate() == 1;
    }

    /** Lets the sweeper have it from then on, not earlier. False if it has it already. */
    @Transactional
    boolean keepUntil(UUID id, Instant end) {
        return getEntityManager()
                        .createNativeQuery("update upload set lease_until = :end where id = :id and swept_at is null")
                        .setParameter("end", end)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Lets the sweeper have an object that was content, after a while. */
    @Transactional
    void abandon(UUID id, String objectKey, Duration grace) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("id", id)
                .setParameter("ref", id)
                .setParameter("key", objectKey)
                .setParameter("lease", grace.toSeconds())
                .executeUpdate();
    }

    @Transactional
    void forget(UUID id) {
        deleteById(id);
    }

    /** Marks some upload whose lease has ended; nobody else sweeps it for so long. */
    @Transactional
    Optional<Upload> sweepable(Duration again) {
        return Optional.ofNullable((Upload) getEntityManager()
                .createNativeQuery(SWEEP, Upload.class)
                .setParameter("again", again.toSeconds())
                .getSingleResultOrNull());
    }
}
