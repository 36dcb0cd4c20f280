package dev.coffer.asset.content;

import dev.coffer.asset.AssetKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The times of the last access in the rows of {@code asset}. */
@ApplicationScoped
class AccessTimeRepository {
    private static final String NOTE = """
            update asset set last_access_time = :now
            where (tenant, owner, id) in (
                select tenant, owner, id from asset
                where tenant = :tenant and owner = :owner and id = :id
                for no key update skip locked)""";

    private final EntityManager database;

    AccessTimeRepository(EntityManager database) {
        this.database = database;
    }

    /** Notes an access in a transaction of its own, which waits neither for a row that is locked nor for the disk. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(AssetKey key, Instant now) {
        database.createNativeQuery("set local synchronous_commit = off").executeUpdate();
        database.createNativeQuery(NOTE)
                .setParameter("now", now)
                .setParameter("tenant", key.tenant())
                .setParameter("owner", key.owner())
                .setParameter("id", key.id())
                .executeUpdate();
    }
}
