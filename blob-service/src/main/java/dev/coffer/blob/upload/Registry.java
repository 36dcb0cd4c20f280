package dev.coffer.blob.upload;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.quota.Quotas;
import dev.coffer.blob.quota.Room;
import dev.coffer.blob.reference.ReferenceRepository;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The last step of every upload, in one transaction: the blob (or the existing one), the reference to it, the end
 * of the upload, and for a link the completion with its event. The same reference again changes nothing.
 */
@ApplicationScoped
class Registry {
    private final BlobRepository blobs;
    private final ReferenceRepository references;
    private final UploadRepository uploads;
    private final UploadRights rights;
    private final Quotas quotas;

    Registry(
            BlobRepository blobs,
            ReferenceRepository references,
            UploadRepository uploads,
            UploadRights rights,
            Quotas quotas) {
        this.blobs = blobs;
        this.references = references;
        this.uploads = uploads;
        this.rights = rights;
        this.quotas = quotas;
    }

    /** How much may be uploaded there; as much as they like for those who repeat what was done. */
    @Transactional
    Room room(Destination to) {
        Room room = quotas.room(to.owner().tenant());
        return room == Room.UNLIMITED || given(to).isEmpty() ? room : Room.UNLIMITED;
    }

    /** Content that the row itself keeps. */
    StoredBlob registerInline(Destination to, Digests digests, byte[] content) {
        return inTurn(to, () -> given(to).orElseGet(() -> {
            boolean created = blobs.add(to.owner().tenant(), digests, null, content);
            return refer(to, locked(to, digests), created);
        }));
    }

    /** Content that the tenant has; empty if the collector was faster. */
    Optional<StoredBlob> registerKnown(Destination to, Digests digests) {
        return inTurn(to, () -> given(to).or(() ->
                blobs.lock(to.owner().tenant(), digests.blake3()).map(blob -> refer(to, blob, false))));
    }

    /** Content that was uploaded as an object. */
    Registered register(Destination to, Digests digests, Upload upload) {
        return inTurn(to, () -> given(to).map(blob -> new Registered(blob, false)).orElseGet(() -> {
            boolean created = blobs.add(to.owner().tenant(), digests, upload.objectKey(), null);
            if (created && !uploads.consume(upload.id())) {
                throw ServiceException.unavailable("The upload took longer than its lease, try again.");
            }
            uploads.unreserve(upload.id());
            return new Registered(refer(to, locked(to, digests), created), created);
        }));
    }

    private <T> T inTurn(Destination to, Supplier<T> registration) {
        return quotas.inTurn(to.owner().tenant(), registration);
    }

    /** What the reference holds already: the call is a repetition. @throws ServiceException 404 if it is somebody else's */
    private Optional<StoredBlob> given(Destination to) {
        return references.of(to.ref(), to.owner()).map(reference -> stored(reference.blob()));
    }

    private Blob locked(Destination to, Digests digests) {
        return blobs.lock(to.owner().tenant(), digests.blake3())
                .orElseThrow(() -> ServiceException.unavailable("The content is being collected, try again."));
    }

    private StoredBlob refer(Destination to, Blob blob, boolean createdNew) {
        references.add(to.ref(), to.owner(), blob);
        if (to.right() != null) {
            rights.complete(to, blob, createdNew);
        }
        return stored(blob);
    }

    private static StoredBlob stored(Blob blob) {
        return new StoredBlob(blob.hash(), blob.sha256(), blob.size());
    }
}
