package dev.coffer.userdata.key;

import dev.coffer.common.identity.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API keys by their id. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {
    private static final String CREATOR = "tenant = ?1 and subject = ?2";

    /** The key, locked until the end of this transaction. */
    Optional<ApiKey> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /** The keys that a person has made, the newest first. */
    List<ApiKey> of(Caller creator) {
        return list(CREATOR + " order by createdAt desc, id desc", creator.tenant(), creator.subject());
    }

    long countOf(Caller creator) {
        return count(CREATOR, creator.tenant(), creator.subject());
    }

    /** Deletes a key of this person; returns whether there was one. */
    boolean revoke(Caller creator, UUID id) {
        return delete(CREATOR + " and id = ?3", creator.tenant(), creator.subject(), id) > 0;
    }

    long revokeAll(String tenant, String subject) {
        return delete(CREATOR, tenant, subject);
    }

    /** Records a use, unless another request has just done so. */
    void noteUse(UUID id, Instant now) {
        update("lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?3)", now, id, ApiKey.stale(now));
    }
}
