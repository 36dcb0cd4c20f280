package dev.coffer.blob.reference;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.quota.QuotaTransactions;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.DownloadLinkClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** References to content that is already there. */
@ApplicationScoped
public class ReferenceService {
    private final ReferenceRepository references;
    private final BlobRepository blobs;
    private final QuotaTransactions quotas;

    ReferenceService(ReferenceRepository references, BlobRepository blobs, QuotaTransactions quotas) {
        this.references = references;
        this.blobs = blobs;
        this.quotas = quotas;
    }

    /**
     * The content of a reference of this owner.
     *
     * @throws ServiceException 404 also if it belongs to another owner
     */
    @Transactional
    public Blob content(UUID ref, Owner owner) {
        return references.of(ref, owner).orElseThrow(ReferenceRepository::unknown).blob();
    }

    /** The content that a link gives, which its signer must have known to be the owner's. */
    @Transactional
    public Blob content(DownloadLinkClaims link) {
        return references.of(link).orElseThrow(ReferenceRepository::unknown).blob();
    }

    /** A new reference, if one of the owners has the content; the same ref again gives the same answer. */
    public StoredBlob link(UUID ref, LinkRequest request) {
        return quotas.inTurn(request.tenant(), () -> linkInTurn(ref, request));
    }

    private StoredBlob linkInTurn(UUID ref, LinkRequest request) {
        Owner owner = new Owner(request.tenant(), request.owner());
        Optional<Reference> existing = references.of(ref, owner);
        Blob blob = existing.map(Reference::blob).orElseGet(() -> visible(request));
        if (existing.isEmpty()) {
            references.add(ref, owner, blob);
        }
        return new StoredBlob(blob.hash(), blob.sha256(), blob.size());
    }

    private Blob visible(LinkRequest request) {
        return blobs.lockVisible(request.tenant(), request.hash(), request.visibleTo())
                .orElseThrow(ReferenceRepository::unknown);
    }

    /**
     * Deletes a reference. The content stays, also if this was the last reference to it.
     *
     * @param owner absent if the caller states none: enough only for references from before owners were recorded
     * @throws ServiceException 404 also if it belongs to another owner
     */
    @Transactional
    public void release(UUID ref, @Nullable Owner owner) {
        Optional<Reference> found = owner == null ? references.ofAnybody(ref) : references.of(ref, owner);
        references.delete(found.orElseThrow(ReferenceRepository::unknown));
    }
}
