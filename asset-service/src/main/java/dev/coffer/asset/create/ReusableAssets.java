package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Place;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * Assets that another upload of their bytes may be (comfy.md sections 2.2 and 4.1): not those of the second version, and
 * of no use to whoever wants them in another folder, or for another job.
 */
@ApplicationScoped
class ReusableAssets {
    private static final String FIND = """
            select * from asset where tenant = :tenant and owner = :owner and hash = :hash and dedup_key is not null
            and (expires_at is null or expires_at > now())
            and (cast(:job as uuid) is null or job_id = cast(:job as uuid))
            and (cast(:location as text) is null
                or tags @> array[cast(:location as text)] and coalesce(user_metadata ->> 'subfolder', '') = :subfolder)
            order by created_at, id limit 1 for share""";

    private final EntityManager database;

    ReusableAssets(EntityManager database) {
        this.database = database;
    }

    /**
     * The oldest one, safe from changes until the transaction ends.
     *
     * @param place null for any
     * @param job null for any
     */
    Optional<Asset> find(Owner owner, String hash, Place place, UUID job) {
        return database.createNativeQuery(FIND, Asset.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("hash", hash)
                .setParameter("job", job == null ? null : job.toString())
                .setParameter("location", place == null ? null : place.location().tag())
                .setParameter("subfolder", place == null ? "" : place.subfolder())
                .getResultStream()
                .findFirst();
    }
}
