package dev.coffer.blob.session;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The rows of {@code upload_right}. */
@ApplicationScoped
public class UploadSessionRepository implements PanacheRepositoryBase<UploadSession, UUID> {
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
