package dev.coffer.userdata.session;

import dev.coffer.common.identity.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sessions by their id. */
@ApplicationScoped
class BrowserSessionRepository implements PanacheRepositoryBase<BrowserSession, UUID> {
    private static final String BEFORE_THE_LAST = """
            delete from browser_session where id in (
                select id from browser_session where tenant = :tenant and subject = :subject
                order by created_at desc, id desc offset :count)""";

    /** Deletes all but the newest sessions of a person. */
    void keepLast(Caller person, int count) {
        getEntityManager().createNativeQuery(BEFORE_THE_LAST)
                .setParameter("tenant", person.tenant())
                .setParameter("subject", person.subject())
                .setParameter("count", count)
                .executeUpdate();
    }

    long endAll(String tenant, String subject) {
        return delete("tenant = ?1 and subject = ?2", tenant, subject);
    }

    /** Deletes expired sessions; returns their number. */
    long forgetExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
