package dev.coffer.blob.pending;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Objects on their way. Leases are measured by the database's clock, which all processes share. */
@ApplicationScoped
public class PendingObjectRepository implements PanacheRepositoryBase<PendingObject, UUID> {
    private static final String INSERT = """
            insert into upload (id, ref, tenant, reserved, object_key, lease_until)
            values (:id, :ref, :tenant, :reserved, :key, now() + :lease * interval '1 second')""";
    private static final String RESERVE = "update upload set reserved = reserved + :more where id = :id";
    private static final String RENEW = """
            update upload set lease_until = now() + :lease * interval '1 second'
            where id = any(:ids) and swept_at is null""";
    private static final String ABORT = """
            update upload set swept_at = now(), lease_until = now() + :again * interval '1 second'
            where id = :id and swept_at is null""";
    private static final String SWEEP = """
            update upload set swept_at = coalesce(swept_at, now()), lease_until = now() + :again * interval '1 second'
            where id = (select id from upload where lease_until < now() order by lease_until limit 1
                        for update skip locked)
            returning *""";
    private static final String CONSUME = "delete from upload where id = :id and swept_at is null";

    @Transactional
    void begin(PendingObject object, Duration lease) {
        insert(object.id(), object.ref, object.tenant, object.reserved, object.objectKey(), lease);
    }

    /** Takes more of the quota in the caller's transaction, which has been let in, or less. */
    public void changeReserved(UUID id, long more) {
        getEntityManager().createNativeQuery(RESERVE).setParameter("more", more).setParameter("id", id).executeUpdate();
    }

    /** Takes nothing of the quota any more, in the caller's transaction. */
    public void unreserve(UUID id) {
        getEntityManager().createNativeQuery("update upload set reserved = 0 where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private void insert(UUID id, UUID ref, @Nullable String tenant, long reserved, String objectKey, Duration lease) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("id", id)
                .setParameter("ref", ref)
                .setParameter("tenant", tenant)
                .setParameter("reserved", reserved)
                .setParameter("key", objectKey)
                .setParameter("lease", lease.toSeconds())
                .executeUpdate();
    }

    @Transactional
    void noteStoreUpload(PendingObject object, String storeUploadId) {
        object.storeUploadId = storeUploadId;
        update("storeUploadId = ?1 where id = ?2", storeUploadId, object.id());
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
    public boolean abort(UUID id, Duration again) {
        return getEntityManager()
                .createNativeQuery(ABORT)
                .setParameter("id", id)
                .setParameter("again", again.toSeconds())
                .executeUpdate()
                == 1;
    }

    /** Ends an upload in the transaction that makes it a blob. False if it was aborted or swept before. */
    public boolean consume(UUID id) {
        return getEntityManager().createNativeQuery(CONSUME).setParameter("id", id).executeUpdate() == 1;
    }

    /** Lets the sweeper have it from then on, not earlier. False if it has it already. */
    @Transactional
    public boolean keepUntil(UUID id, Instant end) {
        return getEntityManager()
                .createNativeQuery("update upload set lease_until = :end where id = :id and swept_at is null")
                .setParameter("end", end)
                .setParameter("id", id)
                .executeUpdate()
                == 1;
    }

    /** Lets the sweeper have an object that was content, after a while. */
    @Transactional
    public void abandon(UUID id, String objectKey, Duration grace) {
        insert(id, id, null, 0, objectKey, grace);
    }

    @Transactional
    public void forget(UUID id) {
        deleteById(id);
    }

    /** Marks an upload whose lease has ended; no other process sweeps it for so long. */
    @Transactional
    Optional<PendingObject> sweepable(Duration again) {
        return Optional.ofNullable((PendingObject) getEntityManager()
                .createNativeQuery(SWEEP, PendingObject.class)
                .setParameter("again", again.toSeconds())
                .getSingleResultOrNull());
    }
}
