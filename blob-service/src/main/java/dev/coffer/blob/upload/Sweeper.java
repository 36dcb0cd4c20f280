package dev.coffer.blob.upload;

import dev.coffer.blob.store.ObjectStore;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Throws away what unfinished uploads have left in the store, and rights that have expired. An upload is marked
 * first, in a transaction of its own; then it can no longer become a blob, and its object is nobody's.
 */
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    /** A run that meets so much trouble ends: the store is away. */
    private static final int TROUBLES = 5;
    /** When an object is deleted once more: the store may finish what it was told after we have given up. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final UploadRepository uploads;
    private final UploadRights rights;
    private final ObjectStore store;

    Sweeper(UploadRepository uploads, UploadRights rights, ObjectStore store) {
        this.uploads = uploads;
        this.rights = rights;
        this.store = store;
    }

    /** Sweeps everything whose lease has ended; what the store does not let go of waits for a later run. */
    @Scheduled(every = "${coffer.upload.sweep-interval:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int swept = 0;
        int troubles = 0;
        Optional<Upload> dead = uploads.sweepable(AGAIN);
        while (dead.isPresent() && troubles < TROUBLES) {
            boolean removed = removed(dead.get());
            swept += removed ? 1 : 0;
            troubles += removed ? 0 : 1;
            dead = uploads.sweepable(AGAIN);
        }
        int expired = rights.forgetExpired();
        if (swept + expired > 0) {
            LOG.infof("swept %d unfinished uploads, forgot %d expired upload rights", swept, expired);
        }
    }

    /** Removes what an upload has left that came to nothing, and looks once more in a later run. */
    void discard(Upload upload) {
        try {
            if (uploads.giveUp(upload.id(), AGAIN)) {
                remove(upload);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("upload %s is left to the sweeper: %s", upload.id(), e.toString());
        }
    }

    private boolean removed(Upload upload) {
        try {
            remove(upload);
            uploads.forget(upload.id());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("upload %s stays until a later run: %s", upload.id(), e.toString());
            return false;
        }
    }

    private void remove(Upload upload) throws IOException {
        if (upload.storeUploadId() != null) {
            store.abortParts(upload.objectKey(), upload.storeUploadId());
        }
        store.delete(upload.objectKey());
    }
}
