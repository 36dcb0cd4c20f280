package dev.coffer.userdata.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sessions by their id. */
@ApplicationScoped
class BrowserSessionRepository implements PanacheRepositoryBase<BrowserSession, UUID> {

    /** Forgets the sessions that nobody can use any more; says how many. */
    long forgetExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
