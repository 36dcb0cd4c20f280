package dev.coffer.blob.upload;

import dev.coffer.blob.content.Blob;
import dev.coffer.common.blob.CompletedUpload;
import dev.coffer.common.blob.OpenUpload;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.outbox.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Rights to upload: given, used, withdrawn, forgotten. */
@ApplicationScoped
class UploadRights implements PanacheRepositoryBase<UploadRight, UUID> {
    private static final String TOPIC = "coffer.blobs";
    private static final String COMPLETED = "dev.coffer.blob.upload-completed";

    private final Completions completions;
    private final Outbox outbox;
    private final Clock clock;
    private final UploadConfig config;

    UploadRights(Completions completions, Outbox outbox, Clock clock, UploadConfig config) {
        this.completions = completions;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /** Opens an upload; the same id again changes nothing. */
    @Transactional
    void open(UUID id, OpenUpload request) {
        if (findById(id) == null) {
            persist(new UploadRight(id, request));
        }
    }

    /** The right, if it is neither withdrawn nor expired. */
    @Transactional
    UploadRight require(UUID id) {
        UploadRight right = findById(id);
        if (right == null || !clock.instant().isBefore(right.expiresAt)) {
            throw refused();
        }
        return right;
    }

    /** Withdraws the right; content that is complete stays. */
    @Transactional
    void close(UUID id) {
        if (!deleteById(id)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "There is no such upload.");
        }
    }

    /** Notes content that came in by link, with its event, in the transaction of its reference. */
    void complete(Destination to, Blob blob, boolean createdNew) {
        UploadRight right = findById(to.right(), LockModeType.PESSIMISTIC_WRITE);
        if (right == null) {
            throw refused();
        }
        CompletedUpload completed = new CompletedUpload(
                right.tenant, right.owner, right.id, right.entity, completions.nextNumber(right.entity), to.ref(),
                blob.size(), blob.hash(), blob.sha256(), clock.instant(), createdNew);
        completions.note(completed);
        outbox.publish(TOPIC, COMPLETED, right.entity, completed);
    }

    /** Forgets rights that expired long enough ago. */
    @Transactional
    int forgetExpired() {
        return (int) delete("expiresAt < ?1", clock.instant().minus(config.rightsKept()));
    }

    static ServiceException refused() {
        return new ServiceException(ErrorCode.LINK_REFUSED, "The upload link has expired or was withdrawn.");
    }
}
