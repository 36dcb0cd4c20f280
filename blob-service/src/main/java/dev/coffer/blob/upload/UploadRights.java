package dev.coffer.blob.upload;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.reference.Claims;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.OpenUpload;
import dev.coffer.common.database.StatementDeadlines;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import dev.coffer.common.signing.UploadLinkClaims;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Rights to upload: given, used, withdrawn, forgotten. */
@ApplicationScoped
class UploadRights implements PanacheRepositoryBase<UploadRight, UUID> {
    private static final String WHAT = "upload";
    private static final String TOPIC = "coffer.blobs";
    private static final String HASHED = "dev.coffer.blob.hashed";
    private static final String COMPLETED = "dev.coffer.blob.upload-completed";

    /** So long what was put in time stays after its link has expired: nothing is swept under a PUT that still runs. */
    private static final Duration LONGEST_PUT = Duration.ofHours(12);

    private final UploadRepository uploads;
    private final Completions completions;
    private final Outbox outbox;
    private final Claims claims;
    private final StatementDeadlines deadlines;
    private final Clock clock;
    private final UploadConfig config;

    UploadRights(
            UploadRepository uploads,
            Completions completions,
            Outbox outbox,
            Claims claims,
            StatementDeadlines deadlines,
            Clock clock,
            UploadConfig config) {
        this.uploads = uploads;
        this.completions = completions;
        this.outbox = outbox;
        this.claims = claims;
        this.deadlines = deadlines;
        this.clock = clock;
        this.config = config;
    }

    /** Opens an upload; the same id again changes nothing. */
    @Transactional
    void open(UUID id, OpenUpload request) {
        if (!isOpen(id, new Owner(request.tenant(), request.owner()))) {
            persist(new UploadRight(id, request));
        }
    }

    @Transactional
    boolean exists(UUID id) {
        return findById(id) != null;
    }

    /** Whether there is such a right of this owner. @throws ServiceException 404 if it is somebody else's */
    @Transactional
    boolean isOpen(UUID id, Owner owner) {
        UploadRight right = findById(id);
        if (right != null && !claims.hold(WHAT, id, right.owner(), owner)) {
            throw unknown();
        }
        return right != null;
    }

    /** Opens an upload in parts; its object is swept some time after the right has expired. */
    @Transactional
    void openParts(UUID id, OpenUpload request, Upload upload) {
        persist(new UploadRight(id, request, upload));
        if (!uploads.keepUntil(upload.id(), request.expiresAt().plus(LONGEST_PUT))) {
            throw ServiceException.unavailable("The store took too long to open the upload, try again.");
        }
    }

    /** The right behind a link, if it is neither withdrawn nor expired. */
    @Transactional
    UploadRight require(UploadLinkClaims ticket) {
        UploadRight right = findById(ticket.upload());
        if (right == null || right.expired(clock.instant()) || right.inParts() != (ticket.part() != null)) {
            throw refused();
        }
        return right;
    }

    /**
     * Withdraws the right; content that is complete stays.
     *
     * @param owner null if the caller has not noted it, which does for rights that are as old
     * @throws ServiceException 404 also if it is somebody else's
     */
    @Transactional
    void close(UUID id, Owner owner) {
        UploadRight right = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (right == null || !mayClose(right, owner)) {
            throw unknown();
        }
        if (right.uploadId != null) {
            uploads.giveUp(right.uploadId, Duration.ZERO);
        }
        delete(right);
    }

    private boolean mayClose(UploadRight right, Owner owner) {
        return owner == null && !right.byOwnerOnly || claims.hold(WHAT, right.id, right.owner(), owner);
    }

    /** Notes content that came in by link, with its event, in the transaction of its reference. */
    CompletedUpload complete(Destination to, Blob blob, boolean createdNew) {
        UploadRight right = findById(to.right(), LockModeType.PESSIMISTIC_WRITE);
        if (right == null) {
            throw refused();
        }
        CompletedUpload completed = new CompletedUpload(
                right.tenant, right.owner, right.id, right.entity, completions.nextNumber(right.entity), to.ref(),
                blob.size(), blob.hash(), blob.sha256(), clock.instant(), createdNew);
        completions.note(completed);
        outbox.publish(TOPIC, COMPLETED, right.entity, completed);
        return completed;
    }

    /** Says of contents that came in by link that their hash is known by now. */
    void announceHash(List<UUID> refs) {
        completions.byRefs(refs).forEach(upload -> outbox.publish(TOPIC, HASHED, upload.entity(), upload));
    }

    /** Forgets rights that expired long enough ago. */
    @Transactional
    int forgetExpired() {
        deadlines.lift();
        return (int) delete("expiresAt < ?1", clock.instant().minus(config.rightsKept()));
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "There is no such upload.");
    }

    static ServiceException refused() {
        return new ServiceException(ErrorCode.LINK_REFUSED, "The upload link has expired or was withdrawn.");
    }
}
