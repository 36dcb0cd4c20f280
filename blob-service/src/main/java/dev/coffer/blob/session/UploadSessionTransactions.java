package dev.coffer.blob.session;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjectRepository;
import dev.coffer.blob.reference.OwnershipChecks;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import dev.coffer.common.signing.UploadLinkClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Upload sessions: opened, used, withdrawn, and what has come in by them. */
@ApplicationScoped
public class UploadSessionTransactions {
    private static final String WHAT = "upload";
    private static final String TOPIC = "blobs";
    private static final String HASHED = "dev.coffer.blob.hashed";
    private static final String COMPLETED = "dev.coffer.blob.upload-completed";

    /** So long what was put in time stays after its link has expired: nothing is swept under a PUT that still runs. */
    private static final Duration LONGEST_PUT = Duration.ofHours(12);

    private final UploadSessionRepository sessions;
    private final CompletionRepository completions;
    private final PendingObjectRepository objects;
    private final Outbox outbox;
    private final OwnershipChecks checks;
    private final Clock clock;

    UploadSessionTransactions(
            UploadSessionRepository sessions,
            CompletionRepository completions,
            PendingObjectRepository objects,
            Outbox outbox,
            OwnershipChecks checks,
            Clock clock) {
        this.sessions = sessions;
        this.completions = completions;
        this.objects = objects;
        this.outbox = outbox;
        this.checks = checks;
        this.clock = clock;
    }

    /** Opens a session for a content in one PUT; the same id again changes nothing. */
    @Transactional
    public void open(UUID id, UploadSessionRequest request) {
        if (!isOpen(id, new Owner(request.tenant(), request.owner()))) {
            sessions.persist(new UploadSession(id, request));
        }
    }

    @Transactional
    public boolean exists(UUID id) {
        return sessions.findByIdOptional(id).isPresent();
    }

    /**
     * Whether there is such a session of this owner.
     *
     * @throws ServiceException 404 if it belongs to another owner
     */
    @Transactional
    public boolean isOpen(UUID id, Owner owner) {
        Optional<UploadSession> session = sessions.findByIdOptional(id);
        if (session.isPresent() && !isOf(session.get(), owner)) {
            throw unknown();
        }
        return session.isPresent();
    }

    /** Opens a session for a content in parts; its object is swept some time after the session has expired. */
    @Transactional
    public void openParts(UUID id, UploadSessionRequest request, PendingObject object) {
        sessions.persist(new UploadSession(id, request, object));
        if (!objects.keepUntil(object.id(), request.expiresAt().plus(LONGEST_PUT))) {
            throw ServiceException.unavailable("The store took too long to open the upload, try again.");
        }
    }

    /**
     * The session of a link.
     *
     * @throws ServiceException 403 if it or the link has ended, or is for something else
     */
    @Transactional
    public UploadSession require(UploadLinkClaims link) {
        if (link.expired(clock.instant())) {
            throw UploadSessionRepository.refused();
        }
        UploadSession session = sessions.open(link.upload(), LockModeType.NONE);
        if (session.inParts() != (link.part() != null)) {
            throw UploadSessionRepository.refused();
        }
        return session;
    }

    /**
     * Withdraws the session; content that is complete stays.
     *
     * @param owner absent if the caller has not noted it, which is enough for sessions that are as old
     * @throws ServiceException 404 also if it belongs to another owner
     */
    @Transactional
    public void close(UUID id, @Nullable Owner owner) {
        UploadSession session = sessions.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> mayClose(found, owner))
                .orElseThrow(UploadSessionTransactions::unknown);
        if (session.inParts()) {
            objects.abort(session.objectId(), Duration.ZERO);
        }
        sessions.delete(session);
    }

    private boolean mayClose(UploadSession session, @Nullable Owner owner) {
        return owner == null && !session.byOwnerOnly || isOf(session, owner);
    }

    private boolean isOf(UploadSession session, @Nullable Owner owner) {
        return checks.verify(WHAT, session.id(), session.owner(), owner);
    }

    /**
     * The session, if its upload is complete.
     *
     * @throws ServiceException 403 if it belongs to another owner
     */
    @Transactional
    public Optional<UploadSession> completed(UUID id, Owner owner) {
        Optional<UploadSession> found = sessions.findByIdOptional(id);
        if (found.isPresent() && !isOf(found.get(), owner)) {
            throw UploadSessionRepository.refused();
        }
        return found.filter(session -> session.completedRef() != null);
    }

    /** What was said when the parts of this session were completed; empty if their content has been released since. */
    @Transactional
    public Optional<CompletedUpload> completion(UploadSession session) {
        return completions.of(session.owner(), List.of(session.entity)).stream()
                .filter(upload -> upload.ref().equals(session.completedRef()))
                .findFirst();
    }

    /** All that came in by link for these entities, the oldest first; content that was released since is left out. */
    @Transactional
    public List<CompletedUpload> completions(Owner owner, Collection<String> entities) {
        return completions.of(owner, entities);
    }

    /**
     * Notes content that came in by link, with its event, in the transaction of its reference.
     *
     * @throws ServiceException 403 if the session was withdrawn
     */
    public CompletedUpload note(UUID sessionId, UUID ref, Blob blob, boolean createdNew) {
        UploadSession session = sessions.notWithdrawn(sessionId);
        CompletedUpload completed = new CompletedUpload(
                session.tenant, session.owner, session.id, session.entity, completions.nextNumber(session.entity), ref,
                blob.size(), blob.hash(), blob.sha256(), clock.instant(), createdNew);
        completions.add(completed);
        outbox.publish(TOPIC, COMPLETED, session.entity, completed);
        return completed;
    }

    /** Says of contents that came in by link that their hash is known by now. */
    public void announceHash(Collection<UUID> refs) {
        completions.byRefs(refs).forEach(upload -> outbox.publish(TOPIC, HASHED, upload.entity(), upload));
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "There is no such upload.");
    }
}
