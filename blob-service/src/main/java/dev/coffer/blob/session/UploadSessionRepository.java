package dev.coffer.blob.session;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** The rows of {@code upload_right}. */
@ApplicationScoped
public class UploadSessionRepository implements PanacheRepositoryBase<UploadSession, UUID> {
    private static final String CLAIM = """
            update upload_right set assembled_by = :attempt, assembled_until = now() + :lease * interval '1 second'
            where id = :id and (assembled_until is null or assembled_until < now())""";
    private static final String RENEW = """
            update upload_right set assembled_until = now() + :lease * interval '1 second'
            where assembled_by = any(:attempts) and assembled_until is not null and completed_ref is null""";
    private static final String LEAVE = """
            update upload_right set assembled_until = null
            where id = :id and assembled_by = :attempt and assembled_until is not null and completed_ref is null""";

    private final Clock clock;

    UploadSessionRepository(Clock clock) {
        this.clock = clock;
    }

    /**
     * A session that is neither withdrawn nor expired.
     *
     * @throws ServiceException 403 if there is none
     */
    public UploadSession open(UUID id, LockModeType lock) {
        return findByIdOptional(id, lock)
                .filter(session -> !session.expired(clock.instant()))
                .orElseThrow(UploadSessionRepository::refused);
    }

    /**
     * A session that is not withdrawn, locked until the end of the transaction.
     *
     * @throws ServiceException 403
     */
    public UploadSession notWithdrawn(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(UploadSessionRepository::refused);
    }

    /**
     * Lets an attempt put the parts together, for so long by the database's clock.
     *
     * @return whether no other attempt is at it
     */
    public boolean claimAssembly(UUID id, UUID attempt, Duration lease) {
        return getEntityManager()
                .createNativeQuery(CLAIM)
                .setParameter("attempt", attempt)
                .setParameter("lease", lease.toSeconds())
                .setParameter("id", id)
                .executeUpdate()
                == 1;
    }

    /** Lets these attempts go on for so long from now. */
    @Transactional
    public void renewAssembly(Collection<UUID> attempts, Duration lease) {
        getEntityManager()
                .createNativeQuery(RENEW)
                .setParameter("lease", lease.toSeconds())
                .setParameter("attempts", attempts.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * Lets another attempt begin at once.
     *
     * @return whether this one still had its turn
     */
    public boolean leaveAssembly(UUID id, UUID attempt) {
        return getEntityManager()
                .createNativeQuery(LEAVE)
                .setParameter("id", id)
                .setParameter("attempt", attempt)
                .executeUpdate()
                == 1;
    }

    /** Takes parts again. */
    public void reopen(UUID id) {
        update("sealed = false where id = ?1", id);
    }

    int deleteExpired(Instant before) {
        return (int) delete("expiresAt < ?1", before);
    }

    /** The error for a link whose session is gone. */
    public static ServiceException refused() {
        return new ServiceException(ErrorCode.LINK_REFUSED, "The upload link has expired or was withdrawn.");
    }
}
