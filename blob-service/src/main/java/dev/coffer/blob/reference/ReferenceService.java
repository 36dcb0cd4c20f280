package dev.coffer.blob.reference;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.common.blob.LinkRequest;
import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** References to content that is already there. */
@ApplicationScoped
public class ReferenceService {
    private final ReferenceRepository references;
    private final BlobRepository blobs;

    ReferenceService(ReferenceRepository references, BlobRepository blobs) {
        this.references = references;
        this.blobs = blobs;
    }

    /** The content of a reference. */
    @Transactional
    public Blob content(UUID ref) {
        Reference reference = references.findById(ref);
        if (reference == null) {
            throw unknown();
        }
        return reference.blob();
    }

    /** A new reference, if one of the owners has the content; the same ref again gives the same answer. */
    @Transactional
    public StoredBlob link(UUID ref, LinkRequest request) {
        Reference existing = references.findById(ref);
        Blob blob = existing != null ? existing.blob() : visible(request);
        if (existing == null) {
            references.add(ref, new Owner(request.tenant(), request.owner()), blob);
        }
        return new StoredBlob(blob.hash(), blob.sha256(), blob.size());
    }

    private Blob visible(LinkRequest request) {
        return blobs.lockVisible(request.tenant(), request.hash(), request.visibleTo())
                .orElseThrow(ReferenceService::unknown);
    }

    /** Forgets a reference; its content stays until the collector finds that nobody needs it. */
    @Transactional
    public void release(UUID ref) {
        if (!references.deleteById(ref)) {
            throw unknown();
        }
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "There is no such reference or content.");
    }
}
