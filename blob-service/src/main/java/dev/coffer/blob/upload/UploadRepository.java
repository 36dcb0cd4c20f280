package dev.coffer.blob.upload;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** Uploads under way. Leases are measured by the database's clock, which all processes share. */
@ApplicationScoped
class UploadRepository implements PanacheRepositoryBase<Upload, UUID> {
    private static final String INSERT = """
            insert into upload (id, ref, object_key, lease_until)
            values (:id, :ref, :key, now() + :lease * interval '1 second')""";
    private static final String RENEW = """
            update upload set lease_until = now() + :lease * interval '1 second' where id = any(:ids)""";
    private static final String DEAD = """
            select * from upload where lease_until < now() order by lease_until limit 1
            for update skip locked""";

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

    /** Lets the sweeper have it: the object has become nobody's. */
    @Transactional
    void giveUp(UUID id) {
        getEntityManager()
                .createNativeQuery("update upload set lease_until = now() where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    void forget(UUID id) {
        deleteById(id);
    }

    /** Some upload whose lease has ended, locked; null if there is none. */
    Upload lockDead() {
        return (Upload) getEntityManager().createNativeQuery(DEAD, Upload.class).getSingleResultOrNull();
    }
}
