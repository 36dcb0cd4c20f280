package dev.coffer.asset.content;

import dev.coffer.asset.AssetKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Notes when content was read. Best effort: a reader neither waits for a row that somebody else has locked, nor
 * for the disk, nor does it fail.
 */
@ApplicationScoped
class AccessTimes {
    private static final Logger LOG = Logger.getLogger(AccessTimes.class);
    private static final String TOUCH = """
            update asset set last_access_time = :now
            where (tenant, owner, id) in (
                select tenant, owner, id from asset
                where tenant = :tenant and owner = :owner and id = :id
                for no key update skip locked)""";

    private final Touch touch;

    AccessTimes(Touch touch) {
        this.touch = touch;
    }

    void touched(AssetKey key) {
        try {
            touch.now(key);
        } catch (RuntimeException e) {
            LOG.debugf("the access to %s was not noted: %s", key.id(), e.getMessage());
        }
    }

    /** The transaction, apart, so that its failure at commit is caught above. */
    @ApplicationScoped
    static class Touch {
        private final EntityManager database;
        private final Clock clock;

        Touch(EntityManager database, Clock clock) {
            this.database = database;
            this.clock = clock;
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void now(AssetKey key) {
            database.createNativeQuery("set local synchronous_commit = off").executeUpdate();
            database.createNativeQuery(TOUCH)
                    .setParameter("now", clock.instant())
                    .setParameter("tenant", key.tenant())
                    .setParameter("owner", key.owner())
                    .setParameter("id", key.id())
                    .executeUpdate();
        }
    }
}
