package dev.coffer.asset.create;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.database.StatementDeadlines;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keys that make an upload happen at most once. A key is used up by the asset that it creates, in the same transaction:
 * of any number of requests with one key exactly one creates, and a request that was refused, or that died, leaves the
 * key as it was. There is no lease that could be left over.
 */
@ApplicationScoped
public class IdempotencyKeyRepository {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final String USED = """
            select count(*) from idempotency_key
            where tenant = :tenant and owner = :owner and key = :key and expires_at > :now""";
    private static final String USE = """
            insert into idempotency_key (tenant, owner, key, expires_at) values (:tenant, :owner, :key, :end)
            on conflict (tenant, owner, key) do update set expires_at = excluded.expires_at
            where idempotency_key.expires_at <= :now""";

    private final EntityManager database;
    private final StatementDeadlines deadlines;
    private final Clock clock;

    IdempotencyKeyRepository(EntityManager database, StatementDeadlines deadlines, Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Refuses a key that is used up already, before any bytes are taken in.
     *
     * @param key of the request, if it has one
     */
    @Transactional
    public void refuseUsed(Owner owner, @Nullable String key) {
        if (key != null && ((Number) database.createNativeQuery(USED)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("key", key)
                .setParameter("now", clock.instant())
                .getSingleResult()).intValue() > 0) {
            throw reuse();
        }
    }

    /** Uses the key up if this transaction commits. Waits for another one that is about to do so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void use(Owner owner, @Nullable String key) {
        if (key != null && database.createNativeQuery(USE)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("key", key)
                .setParameter("end", clock.instant().plus(LIFE))
                .setParameter("now", clock.instant())
                .executeUpdate() == 0) {
            throw reuse();
        }
    }

    /** Returns how many keys may be used again. */
    @Transactional
    public int forgetExpired() {
        deadlines.lift();
        return database.createNativeQuery("delete from idempotency_key where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static ServiceException reuse() {
        return new ServiceException(
                AssetErrorCode.IDEMPOTENCY_KEY_REUSE,
                "This Idempotency-Key was used already; take a new one for a new upload.");
    }
}
