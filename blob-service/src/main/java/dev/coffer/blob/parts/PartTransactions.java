package dev.coffer.blob.parts;

import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjectRepository;
import dev.coffer.blob.quota.QuotaTransactions;
import dev.coffer.blob.quota.RemainingQuota;
import dev.coffer.blob.session.UploadSession;
import dev.coffer.blob.session.UploadSessionRepository;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The short transactions around each part that comes in. */
@ApplicationScoped
class PartTransactions {
    /** Parts that S3 allows, shared by 250 parts of ours: so often a part can be sent before a number comes again. */
    private static final int ATTEMPTS = 40;

    private final PartRepository parts;
    private final UploadSessionRepository sessions;
    private final PendingObjectRepository objects;
    private final QuotaTransactions quotas;

    PartTransactions(
            PartRepository parts,
            UploadSessionRepository sessions,
            PendingObjectRepository objects,
            QuotaTransactions quotas) {
        this.parts = parts;
        this.sessions = sessions;
        this.objects = objects;
        this.quotas = quotas;
    }

    /** How much a part may have: what it has already gives way. */
    @Transactional
    RemainingQuota remaining(UploadSession session, int number) {
        RemainingQuota remaining = quotas.remaining(session.owner().tenant());
        return remaining == RemainingQuota.UNLIMITED
                ? remaining
                : remaining.without(parts.size(session.id(), number));
    }

    /** Bytes that a part of this length takes beside those that it has. */
    @Transactional
    long more(UploadSession session, int number, long length) {
        return Math.max(0, length - parts.size(session.id(), number));
    }

    /**
     * Lets a part in.
     *
     * @throws ServiceException 403 if the session is gone, 409 if the upload is complete
     */
    @Transactional
    PartAttempt begin(UUID sessionId, int number) {
        UploadSession session = open(sessionId, LockModeType.NONE);
        if (!session.inParts() || number < 1 || number > session.parts()) {
            throw UploadSessionRepository.refused();
        }
        int attempts = parts.countAttempt(sessionId, number);
        int storeNumber = (number - 1) * ATTEMPTS + 1 + (attempts - 1) % ATTEMPTS;
        PendingObject object = objects.findById(session.objectId());
        return new PartAttempt(sessionId, number, storeNumber, object, session.parts() == 1);
    }

    /**
     * Notes a part that is in the store: of several attempts the last one to get here counts.
     *
     * @param underWay what has held quota for it until now, if anything has
     * @throws ServiceException 413 if another attempt has made the part smaller, and its quota is taken
     */
    void note(UploadSession session, UploadPart part, @Nullable PendingObject underWay) {
        quotas.inTurn(session.owner().tenant(), () -> noteInTurn(session.id(), part, underWay));
    }

    private UploadPart noteInTurn(UUID sessionId, UploadPart part, @Nullable PendingObject underWay) {
        UploadSession session = open(sessionId, LockModeType.PESSIMISTIC_READ);
        String tenant = session.owner().tenant();
        if (underWay != null) {
            objects.unreserve(underWay.id());
            quotas.lockedRemaining(tenant);
        }
        long more = part.size() - parts.lockedSize(sessionId, part.number());
        if (more > 0) {
            quotas.admit(tenant, more);
        }
        objects.changeReserved(session.objectId(), more);
        parts.note(sessionId, part);
        return part;
    }

    private UploadSession open(UUID id, LockModeType lock) {
        UploadSession session = sessions.open(id, lock);
        if (session.sealed() || session.completedRef() != null) {
            throw new ServiceException(ErrorCode.CONFLICT, "The upload is complete, it takes no more parts.");
        }
        return session;
    }

    /**
     * Permission to send one part to the store.
     *
     * @param session by which it comes
     * @param number as the client counts
     * @param storeNumber as the store counts: every attempt has its own
     * @param object what the parts become
     * @param only whether it is the only part
     */
    record PartAttempt(UUID session, int number, int storeNumber, PendingObject object, boolean only) {}
}
