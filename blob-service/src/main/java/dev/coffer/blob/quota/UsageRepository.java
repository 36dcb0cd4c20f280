package dev.coffer.blob.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The counters that the triggers of {@code V4__tenant_usage.sql} keep. */
@ApplicationScoped
class UsageRepository {
    private static final String IN_TURN = "select pg_advisory_xact_lock(hashtextextended('quota of ' || :tenant, 0))";
    private static final String SUM = """
            select cast(coalesce(sum(bytes), 0) as bigint), cast(coalesce(sum(files), 0) as bigint)
            from tenant_usage where tenant = :tenant""";

    private final EntityManager database;

    UsageRepository(EntityManager database) {
        this.database = database;
    }

    /** Until the end of this transaction, others that call this for the tenant wait. */
    void lock(String tenant) {
        database.createNativeQuery(IN_TURN).setParameter("tenant", tenant).getSingleResult();
    }

    Usage of(String tenant) {
        Object[] row = (Object[]) database.createNativeQuery(SUM).setParameter("tenant", tenant).getSingleResult();
        return new Usage((Long) row[0], (Long) row[1]);
    }

    /** What a tenant holds. */
    record Usage(long bytes, long files) {}
}
