package dev.coffer.blob.upload;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.quota.Quotas;
import dev.coffer.blob.reference.Claims;
import dev.coffer.blob.reference.ReferenceRepository;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions of completing an upload in parts. */
@ApplicationScoped
class PartedRegistry {
    private static final byte[] NOTHING = {};

    private final UploadRights rights;
    private final UploadParts parts;
    private final UploadRepository uploads;
    private final BlobRepository blobs;
    private final ReferenceRepository references;
    private final Completions completions;
    private final Quotas quotas;
    private final Claims claims;
    private final Clock clock;

    PartedRegistry(
            UploadRights rights,
            UploadParts parts,
            UploadRepository uploads,
            BlobRepository blobs,
            ReferenceRepository references,
            Completions completions,
            Quotas quotas,
            Claims claims,
            Clock clock) {
        this.rights = rights;
        this.parts = parts;
        this.uploads = uploads;
        this.blobs = blobs;
        this.references = references;
        this.completions = completions;
        this.quotas = quotas;
        this.claims = claims;
        this.clock = clock;
    }

    /** The right, if its upload is complete. @throws ServiceException 403 if it is somebody else's */
    @Transactional
    Optional<UploadRight> completed(UUID id, Owner owner) {
        Optional<UploadRight> found = rights.findByIdOptional(id);
        if (found.isPresent() && !claims.hold("upload", id, found.get().owner(), owner)) {
            throw UploadRights.refused();
        }
        return found.filter(right -> right.completedRef != null);
    }

    /** What was said when this upload was completed; empty if its content has been released since. */
    @Transactional
    Optional<CompletedUpload> answer(UploadRight right) {
        return completions.of(right.tenant, right.owner, List.of(right.entity)).stream()
                .filter(upload -> upload.ref().equals(right.completedRef))
                .findFirst();
    }

    /**
     * Takes no more parts.
     *
     * @throws ServiceException 400 if there are not all of them, 403 if the right is gone, 413 if they exceed a quota
     */
    @Transactional
    FrozenUpload freeze(UUID id) {
        UploadRight right = rights.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (right == null || right.expired(clock.instant())) {
            throw UploadRights.refused();
        }
        if (!right.inParts()) {
            throw PartRules.refused("The upload has no parts: it is complete when its content is.");
        }
        List<UploadPart> there = parts.complete(id);
        PartRules.check(right.parts, there);
        Upload upload = uploads.findById(right.uploadId);
        FrozenUpload frozen = new FrozenUpload(id, upload, there);
        quotas.room(right.tenant).without(upload.reserved).require(frozen.size());
        right.completing = true;
        return frozen;
    }

    /** Takes parts again, since the store did not make an object of them. */
    @Transactional
    void thaw(UUID id) {
        rights.update("completing = false where id = ?1", id);
    }

    /** The content becomes readable, with its event. */
    CompletedUpload publish(FrozenUpload frozen) {
        return quotas.inTurn(frozen.upload().tenant, () -> publishInTurn(frozen));
    }

    private CompletedUpload publishInTurn(FrozenUpload frozen) {
        UploadRight right = rights.findById(frozen.right(), LockModeType.PESSIMISTIC_WRITE);
        if (right == null) {
            throw UploadRights.refused();
        }
        if (right.completedRef != null) {
            return answer(right).orElseThrow(UploadRights::refused);
        }
        Destination to = new Destination(frozen.upload().ref, right.owner(), right.id());
        boolean createdNew = add(to, frozen);
        Blob blob = find(to, frozen);
        references.add(to.ref(), to.owner(), blob);
        right.completedRef = to.ref();
        return rights.complete(to, blob, createdNew);
    }

    /** Adds the content; what the tenant has already, and nothing at all, leave the object to the sweeper. */
    private boolean add(Destination to, FrozenUpload frozen) {
        Upload object = frozen.upload();
        Digests digests = digests(frozen);
        String tenant = to.owner().tenant();
        boolean empty = frozen.size() == 0;
        boolean created = digests == null
                ? blobs.addUnhashed(tenant, object.id(), frozen.size(), object.objectKey())
                : blobs.add(tenant, digests, empty ? null : object.objectKey(), empty ? NOTHING : null);
        if (!created || empty) {
            uploads.giveUp(object.id(), Duration.ZERO);
        } else if (!uploads.consume(object.id())) {
            throw ServiceException.unavailable("The upload took longer than its lease.");
        }
        return created;
    }

    private Blob find(Destination to, FrozenUpload frozen) {
        Digests digests = digests(frozen);
        if (digests == null) {
            return blobs.findById(frozen.upload().id());
        }
        return blobs.lock(to.owner().tenant(), digests.blake3())
                .orElseThrow(() -> ServiceException.unavailable("The content is being collected, try again."));
    }

    private static Digests digests(FrozenUpload frozen) {
        return frozen.size() == 0 ? new ContentHasher().finish() : frozen.digests();
    }
}
