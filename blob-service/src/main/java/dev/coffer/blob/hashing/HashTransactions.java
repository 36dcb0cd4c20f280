package dev.coffer.blob.hashing;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.pending.PendingObjectRepository;
import dev.coffer.blob.session.UploadSessionTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions of hashing content afterwards. */
@ApplicationScoped
class HashTransactions {
    private final HashRepository hashes;
    private final BlobRepository blobs;
    private final PendingObjectRepository objects;
    private final UploadSessionTransactions sessions;

    HashTransactions(
            HashRepository hashes,
            BlobRepository blobs,
            PendingObjectRepository objects,
            UploadSessionTransactions sessions) {
        this.hashes = hashes;
        this.blobs = blobs;
        this.objects = objects;
        this.sessions = sessions;
    }

    /** How many contents have no hash yet; 10,000 at most. */
    @Transactional
    long waiting() {
        return hashes.waiting();
    }

    /** Leases a content that has no hash yet to the caller, if there is one that is not leased. */
    @Transactional
    Optional<Blob> claim(Duration lease) {
        return hashes.claim(lease).flatMap(blobs::findByIdOptional);
    }

    @Transactional
    void renew(Collection<UUID> ids, Duration lease) {
        hashes.renew(ids, lease);
    }

    /**
     * Gives content its hash and says so. If the tenant has it already, its references move to the older one, and its
     * object is swept when downloads that have begun had their time.
     *
     * @return whether the content stays; false if it is that of an older one, or gone
     */
    @Transactional
    boolean finish(UUID id, Digests digests, Duration grace) {
        List<UUID> refs = hashes.lockedReferences(id);
        boolean named = hashes.name(id, digests);
        if (!named && !refs.isEmpty()) {
            blobs.findByIdOptional(id)
                    .filter(blob -> blob.hash() == null)
                    .ifPresent(blob -> replace(blob, digests, grace));
        }
        hashes.flushAndClear();
        sessions.announceHash(refs);
        return named;
    }

    private void replace(Blob blob, Digests digests, Duration grace) {
        Blob older = blobs.lock(blob.tenant(), digests.blake3())
                .orElseThrow(() -> new IllegalStateException("the older content has gone in between"));
        hashes.moveReferences(blob.id(), older.id());
        objects.abandon(blob.id(), blob.objectKey(), grace);
        blobs.deleteById(blob.id());
    }
}
