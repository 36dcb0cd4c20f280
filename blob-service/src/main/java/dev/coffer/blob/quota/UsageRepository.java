package dev.coffer.blob.quota;

import dev.coffer.common.database.NamedLocks;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** The counters that the triggers of {@code V4__tenant_usage.sql} keep, and what uploads take before they count. */
@ApplicationScoped
class UsageRepository {
    private static final String SUM = """
            select cast(coalesce(sum(bytes), 0) as bigint), cast(coalesce(sum(files), 0) as bigint)
            from tenant_usage where tenant = :tenant""";

    /** An upload that is dead, or was given up, holds nothing any more. */
    private static final String UNDER_WAY = """
            select cast(coalesce(sum(reserved), 0) as bigint) from upload
            where tenant = :tenant and reserved > 0 and swept_at is null and lease_until > now()""";

    private final Session database;
    private final NamedLocks locks;

    UsageRepository(Session database, NamedLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    /** Until the end of this transaction, others that call this for the tenant wait. */
    void lock(String tenant) {
        locks.hold(turn(tenant));
    }

    static String turn(String tenant) {
        return "quota of " + tenant;
    }

    Usage of(String tenant) {
        return database.createNativeQuery(SUM, Usage.class).setParameter("tenant", tenant).getSingleResult();
    }

    /** What a tenant holds, and the bytes that its uploads have taken beside it. */
    Usage withUploads(String tenant) {
        long underWay =
                database.createNativeQuery(UNDER_WAY, Long.class).setParameter("tenant", tenant).getSingleResult();
        Usage held = of(tenant);
        return new Usage(held.bytes() + underWay, held.files());
    }

    /** What a tenant holds. */
    record Usage(long bytes, long files) {}
}
