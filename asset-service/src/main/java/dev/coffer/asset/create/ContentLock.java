package dev.coffer.asset.create;

import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Makes those who bring the same content to the same owner come one after another, until their transaction ends. */
@ApplicationScoped
public class ContentLock {
    private final EntityManager database;

    ContentLock(EntityManager database) {
        this.database = database;
    }

    /** Waits until nobody else has it. */
    public void take(Owner owner, String hash) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, owner.tenant() + "\n" + owner.key() + "\n" + hash)
                .getSingleResult();
    }
}
