package dev.coffer.blob.parts;

import dev.coffer.blob.ingest.IngestMetrics;
import dev.coffer.blob.ingest.StoreWriter;
import dev.coffer.blob.ingest.UploadConfig;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjects;
import dev.coffer.blob.session.UploadSession;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Uploads in several parts: opened with their object in the store, completed without reading anything again. */
@ApplicationScoped
public class PartedUploads {
    private static final Logger LOG = Logger.getLogger(PartedUploads.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PendingObjects pending;
    private final UploadSessionTransactions sessions;
    private final AssemblyTransactions assembly;
    private final StoreWriter writer;
    private final AssemblyLeases leases;
    private final UploadConfig config;
    private final IngestMetrics metrics;

    PartedUploads(
            PendingObjects pending,
            UploadSessionTransactions sessions,
            AssemblyTransactions assembly,
            StoreWriter writer,
            AssemblyLeases leases,
            UploadConfig config,
            IngestMetrics metrics) {
        this.pending = pending;
        this.sessions = sessions;
        this.assembly = assembly;
        this.writer = writer;
        this.leases = leases;
        this.config = config;
        this.metrics = metrics;
    }

    /** Opens an upload; the same id again changes nothing. */
    public void open(UUID id, UploadSessionRequest request) {
        Owner owner = new Owner(request.tenant(), request.owner());
        if (sessions.isOpen(id, owner)) {
            return;
        }
        PendingObject object = pending.open(Ids.next(), owner);
        try {
            writer.begin(object);
        } catch (IOException e) {
            LOG.warnf("upload %s: %s", id, e.toString());
            throw ServiceException.unavailable("The store does not take uploads, try again.");
        }
        sessions.openParts(id, request, object);
    }

    /**
     * Assembles the parts to the content. A repeated call, at the same time or later, in this process or another one,
     * gets the same answer.
     *
     * @return empty if it was complete before, and its content is not needed any more
     * @throws ServiceException 400 if parts are missing or too small, 403 if the session is gone or belongs to another
     *     owner, 503 if another call takes longer than {@link UploadConfig#completionWait}
     */
    public Optional<CompletedUpload> complete(UUID id, Owner owner) {
        UUID attempt = leases.begin();
        try {
            return complete(id, owner, attempt);
        } finally {
            leases.end(attempt);
        }
    }

    private Optional<CompletedUpload> complete(UUID id, Owner owner, UUID attempt) {
        long deadline = System.nanoTime() + config.completionWait().toNanos();
        while (true) {
            Optional<UploadSession> done = sessions.completed(id, owner);
            if (done.isPresent()) {
                return sessions.completion(done.get());
            }
            Optional<SealedUpload> sealed = assembly.seal(id, attempt);
            if (sealed.isPresent()) {
                return Optional.of(assemble(sealed.get()));
            }
            if (System.nanoTime() >= deadline) {
                throw ServiceException.unavailable("The upload is still being completed, try again.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }

    private CompletedUpload assemble(SealedUpload sealed) {
        try {
            List<ObjectStore.Part> parts = sealed.stored();
            if (!parts.isEmpty()) {
                writer.assemble(sealed.object(), parts);
                writer.verify(sealed.object(), sealed.size());
            }
        } catch (IOException e) {
            LOG.warnf("upload %s: %s", sealed.session(), e.toString());
            assembly.reopen(sealed);
            throw ServiceException.unavailable("The store did not put the parts together, try again.");
        }
        try {
            CompletedUpload completed = assembly.publish(sealed);
            metrics.cameIn(completed.size(), completed.createdNew());
            return completed;
        } catch (ServiceException e) {
            assembly.leave(sealed);
            deleteUnlessWanted(sealed);
            throw e;
        }
    }

    /**
     * If the session was withdrawn while the store assembled the parts, sweeping may have come before there was an
     * object.
     */
    private void deleteUnlessWanted(SealedUpload sealed) {
        if (sessions.exists(sealed.session())) {
            return;
        }
        try {
            writer.delete(sealed.object());
        } catch (IOException e) {
            LOG.warnf("the object of the withdrawn upload %s stays: %s", sealed.session(), e.toString());
        }
    }
}
