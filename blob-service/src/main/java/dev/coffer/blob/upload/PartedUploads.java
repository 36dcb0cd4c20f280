package dev.coffer.blob.upload;

import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.OpenUpload;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Uploads in several parts: opened with their object in the store, completed without reading anything again. */
@ApplicationScoped
class PartedUploads {
    private static final Logger LOG = Logger.getLogger(PartedUploads.class);

    private final UploadRepository uploads;
    private final UploadRights rights;
    private final PartedRegistry registry;
    private final ObjectStore store;
    private final UploadConfig config;
    private final ConcurrentMap<UUID, ReentrantLock> underWay = new ConcurrentHashMap<>();

    PartedUploads(
            UploadRepository uploads, UploadRights rights, PartedRegistry registry, ObjectStore store, UploadConfig config) {
        this.uploads = uploads;
        this.rights = rights;
        this.registry = registry;
        this.store = store;
        this.config = config;
    }

    /** Opens an upload; the same id again changes nothing. */
    void open(UUID id, OpenUpload request) {
        Owner owner = new Owner(request.tenant(), request.owner());
        if (rights.isOpen(id, owner)) {
            return;
        }
        Upload upload = new Upload(Ids.next(), owner);
        uploads.begin(upload, config.lease());
        try {
            uploads.noteStoreUpload(upload, store.startParts(upload.objectKey()));
        } catch (IOException e) {
            LOG.warnf("upload %s: %s", id, e.toString());
            throw ServiceException.unavailable("The store does not take uploads, try again.");
        }
        rights.openParts(id, request, upload);
    }

    /**
     * Makes the parts the content. Whoever calls again, at the same time or later, gets the same answer.
     *
     * @return empty if it was complete before, and its content is not needed any more
     * @throws ServiceException 400 if parts are missing or too small, 403 if the right is gone or somebody else's
     */
    Optional<CompletedUpload> complete(UUID id, Owner owner) {
        ReentrantLock turn = underWay.computeIfAbsent(id, key -> new ReentrantLock());
        turn.lock();
        try {
            Optional<UploadRight> done = registry.completed(id, owner);
            return done.isPresent() ? registry.answer(done.get()) : Optional.of(assemble(registry.freeze(id)));
        } finally {
            turn.unlock();
            underWay.remove(id, turn);
        }
    }

    private CompletedUpload assemble(FrozenUpload frozen) {
        try {
            List<ObjectStore.Part> parts = frozen.stored();
            if (!parts.isEmpty()) {
                Upload object = frozen.upload();
                store.completeParts(object.objectKey(), object.storeUploadId(), parts);
                verify(object, frozen.size());
            }
        } catch (IOException e) {
            LOG.warnf("upload %s: %s", frozen.right(), e.toString());
            registry.thaw(frozen.right());
            throw ServiceException.unavailable("The store did not put the parts together, try again.");
        }
        try {
            return registry.publish(frozen);
        } catch (ServiceException e) {
            deleteUnlessWanted(frozen);
            throw e;
        }
    }

    /** Whoever withdrew the right while the store was at work may have swept before there was an object. */
    private void deleteUnlessWanted(FrozenUpload frozen) {
        if (rights.exists(frozen.right())) {
            return;
        }
        try {
            store.delete(frozen.upload().objectKey());
        } catch (IOException e) {
            LOG.warnf("the object of the withdrawn upload %s stays: %s", frozen.right(), e.toString());
        }
    }

    private void verify(Upload object, long size) throws IOException {
        long stored = store.size(object.objectKey()).orElse(-1L);
        if (stored != size) {
            throw new IOException("the store has " + stored + " of " + size + " bytes");
        }
    }
}
