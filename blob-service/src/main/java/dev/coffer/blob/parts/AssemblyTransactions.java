package dev.coffer.blob.parts;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjectRepository;
import dev.coffer.blob.quota.QuotaTransactions;
import dev.coffer.blob.reference.ReferenceRepository;
import dev.coffer.blob.session.UploadSession;
import dev.coffer.blob.session.UploadSessionRepository;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions of completing an upload in parts. */
@ApplicationScoped
class AssemblyTransactions {
    private static final byte[] NOTHING = {};

    private final UploadSessionRepository sessions;
    private final UploadSessionTransactions completions;
    private final PartRepository parts;
    private final PendingObjectRepository objects;
    private final BlobRepository blobs;
    private final ReferenceRepository references;
    private final QuotaTransactions quotas;

    AssemblyTransactions(
            UploadSessionRepository sessions,
            UploadSessionTransactions completions,
            PartRepository parts,
            PendingObjectRepository objects,
            BlobRepository blobs,
            ReferenceRepository references,
            QuotaTransactions quotas) {
        this.sessions = sessions;
        this.completions = completions;
        this.parts = parts;
        this.objects = objects;
        this.blobs = blobs;
        this.references = references;
        this.quotas = quotas;
    }

    /**
     * Takes no more parts, and lets this attempt put them together.
     *
     * @return empty while another attempt does, or if the upload is complete
     * @throws ServiceException 400 if there are not all of them, 403 if the session is gone, 413 if they exceed a quota
     */
    @Transactional
    Optional<SealedUpload> seal(UUID id, UUID attempt) {
        UploadSession session = sessions.open(id, LockModeType.PESSIMISTIC_WRITE);
        if (!session.inParts()) {
            throw PartRules.refused("The upload has no parts: it is complete when its content is.");
        }
        if (session.completedRef() != null || !sessions.claimAssembly(id, attempt, AssemblyLeases.LEASE)) {
            return Optional.empty();
        }
        List<UploadPart> there = parts.complete(id);
        PartRules.check(session.parts(), there);
        PendingObject object = objects.findById(session.objectId());
        SealedUpload sealed = new SealedUpload(id, attempt, session.owner(), object, there);
        quotas.remaining(session.owner().tenant()).without(object.reserved()).require(sealed.size());
        session.seal();
        return Optional.of(sealed);
    }

    /** Takes parts again, since the store did not make an object of them. */
    @Transactional
    void reopen(SealedUpload sealed) {
        if (sessions.leaveAssembly(sealed.session(), sealed.attempt())) {
            sessions.reopen(sealed.session());
        }
    }

    /** Lets another attempt publish what the store has put together. */
    @Transactional
    void leave(SealedUpload sealed) {
        sessions.leaveAssembly(sealed.session(), sealed.attempt());
    }

    /** The content becomes readable, with its event. */
    CompletedUpload publish(SealedUpload sealed) {
        return quotas.inTurn(sealed.owner().tenant(), () -> publishInTurn(sealed));
    }

    private CompletedUpload publishInTurn(SealedUpload sealed) {
        UploadSession session = sessions.notWithdrawn(sealed.session());
        if (session.completedRef() != null) {
            return completions.completion(session).orElseThrow(UploadSessionRepository::refused);
        }
        UUID ref = sealed.object().ref();
        boolean createdNew = add(sealed);
        Blob blob = find(sealed);
        references.add(ref, sealed.owner(), blob);
        session.complete(ref);
        return completions.note(session.id(), ref, blob, createdNew);
    }

    /** Adds the content; what the tenant has already, and nothing at all, leave the object to the sweeper. */
    private boolean add(SealedUpload sealed) {
        PendingObject object = sealed.object();
        Digests digests = digests(sealed);
        String tenant = sealed.owner().tenant();
        boolean empty = sealed.size() == 0;
        boolean created = digests == null
                ? blobs.addUnhashed(tenant, object.id(), sealed.size(), object.objectKey())
                : blobs.add(tenant, digests, empty ? null : object.objectKey(), empty ? NOTHING : null);
        if (!created || empty) {
            objects.abort(object.id(), Duration.ZERO);
        } else if (!objects.consume(object.id())) {
            throw ServiceException.unavailable("The upload took longer than its lease.");
        }
        return created;
    }

    private Blob find(SealedUpload sealed) {
        Digests digests = digests(sealed);
        if (digests == null) {
            return blobs.findById(sealed.object().id());
        }
        return blobs.lock(sealed.owner().tenant(), digests.blake3())
                .orElseThrow(() -> ServiceException.unavailable("The content is being collected, try again."));
    }

    private static @Nullable Digests digests(SealedUpload sealed) {
        return sealed.size() == 0 ? new ContentHasher().finish() : sealed.digests();
    }
}
