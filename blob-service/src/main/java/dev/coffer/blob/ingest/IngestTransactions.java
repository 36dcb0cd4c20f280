package dev.coffer.blob.ingest;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjectRepository;
import dev.coffer.blob.quota.QuotaTransactions;
import dev.coffer.blob.quota.RemainingQuota;
import dev.coffer.blob.reference.ReferenceRepository;
import dev.coffer.blob.session.UploadSessionTransactions;
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
class IngestTransactions {
    private final BlobRepository blobs;
    private final ReferenceRepository references;
    private final PendingObjectRepository objects;
    private final UploadSessionTransactions sessions;
    private final QuotaTransactions quotas;

    IngestTransactions(
            BlobRepository blobs,
            ReferenceRepository references,
            PendingObjectRepository objects,
            UploadSessionTransactions sessions,
            QuotaTransactions quotas) {
        this.blobs = blobs;
        this.references = references;
        this.objects = objects;
        this.sessions = sessions;
        this.quotas = quotas;
    }

    /** How much may be uploaded there; without a limit for a repeated call. */
    @Transactional
    RemainingQuota remaining(Destination to) {
        RemainingQuota remaining = quotas.remaining(to.owner().tenant());
        return remaining == RemainingQuota.UNLIMITED || given(to).isEmpty() ? remaining : RemainingQuota.UNLIMITED;
    }

    /** Content that the row itself keeps. */
    Registered registerInline(Destination to, Digests digests, byte[] content) {
        return inTurn(to, () -> given(to).map(blob -> new Registered(blob, false)).orElseGet(() -> {
            boolean created = blobs.add(to.owner().tenant(), digests, null, content);
            return new Registered(refer(to, locked(to, digests), created), created);
        }));
    }

    /** Content that the tenant has already; empty if it has not, or if the content is marked for deletion. */
    Optional<StoredBlob> registerKnown(Destination to, Digests digests) {
        if (!blobs.known(to.owner().tenant(), digests.blake3())) {
            return Optional.empty();
        }
        return inTurn(to, () -> given(to)
                .or(() -> blobs.lock(to.owner().tenant(), digests.blake3()).map(blob -> refer(to, blob, false))));
    }

    /** Content that was uploaded as an object. */
    Registered register(Destination to, Digests digests, PendingObject object) {
        return inTurn(to, () -> given(to).map(blob -> new Registered(blob, false)).orElseGet(() -> {
            boolean created = blobs.add(to.owner().tenant(), digests, object.objectKey(), null);
            if (created && !objects.consume(object.id())) {
                throw ServiceException.unavailable("The upload took longer than its lease, try again.");
            }
            objects.unreserve(object.id());
            return new Registered(refer(to, locked(to, digests), created), created);
        }));
    }

    private <T> T inTurn(Destination to, Supplier<T> registration) {
        return quotas.inTurn(to.owner().tenant(), registration);
    }

    /**
     * What the reference holds already: the call is a repetition.
     *
     * @throws ServiceException 404 if it belongs to another owner
     */
    private Optional<StoredBlob> given(Destination to) {
        return references.of(to.ref(), to.owner()).map(reference -> stored(reference.blob()));
    }

    private Blob locked(Destination to, Digests digests) {
        return blobs.lock(to.owner().tenant(), digests.blake3())
                .orElseThrow(() -> ServiceException.unavailable("The content is being collected, try again."));
    }

    private StoredBlob refer(Destination to, Blob blob, boolean createdNew) {
        references.add(to.ref(), to.owner(), blob);
        if (to.session() != null) {
            sessions.note(to.session(), to.ref(), blob, createdNew);
        }
        return stored(blob);
    }

    private static StoredBlob stored(Blob blob) {
        return new StoredBlob(blob.hash(), blob.sha256(), blob.size());
    }

    /**
     * What became of content that came in.
     *
     * @param blob the content that the reference now holds
     * @param isNew whether it is this one; false if the tenant, or the reference, had it already
     */
    record Registered(StoredBlob blob, boolean isNew) {}
}
