package dev.coffer.blob.upload;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.reference.Reference;
import dev.coffer.blob.reference.ReferenceRepository;
import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

    Registry(BlobRepository blobs, ReferenceRepository references, UploadRepository uploads, UploadRights rights) {
        this.blobs = blobs;
        this.references = references;
        this.uploads = uploads;
        this.rights = rights;
    }

    /** Content that the row itself keeps. */
    @Transactional
    StoredBlob registerInline(Destination to, Digests digests, byte[] content) {
        boolean created = add(to, digests, null, content);
        return refer(to, blob(to, digests), created);
    }

    /** Content that the tenant has; null if the collector was faster. */
    @Transactional
    StoredBlob registerKnown(Destination to, Digests digests) {
        return blobs.lock(to.owner().tenant(), digests.blake3())
                .map(blob -> refer(to, blob, false))
                .orElse(null);
    }

    /** Content that was uploaded as an object. */
    @Transactional
    Registered register(Destination to, Digests digests, Upload upload) {
        boolean created = add(to, digests, upload.objectKey(), null);
        if (created && !uploads.deleteById(upload.id())) {
            throw ServiceException.unavailable("The upload took longer than its lease, try again.");
        }
        return new Registered(refer(to, blob(to, digests), created), created);
    }

    private boolean add(Destination to, Digests digests, String key, byte[] content) {
        if (references.findById(to.ref()) != null) {
            return false;
        }
        return blobs.add(to.owner().tenant(), digests, key, content);
    }

    private Blob blob(Destination to, Digests digests) {
        return blobs.lock(to.owner().tenant(), digests.blake3())
                .orElseThrow(() -> ServiceException.unavailable("The content is being collected, try again."));
    }

    private StoredBlob refer(Destination to, Blob blob, boolean createdNew) {
        Reference existing = references.findById(to.ref());
        Blob referred = existing == null ? blob : existing.blob();
        if (existing == null) {
            references.persist(new Reference(to.ref(), to.owner(), blob));
        }
        if (to.right() != null) {
            rights.complete(to, referred, createdNew);
        }
        return new StoredBlob(referred.hash(), referred.sha256(), referred.size());
    }
}
