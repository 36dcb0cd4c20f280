package dev.coffer.blob.upload;

import dev.coffer.blob.store.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Throws away what unfinished uploads have left in the store, and rights that have expired. */
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private final UploadRepository uploads;
    private final UploadRights rights;
    private final ObjectStore store;

    Sweeper(UploadRepository uploads, UploadRights rights, ObjectStore store) {
        this.uploads = uploads;
        this.rights = rights;
        this.store = store;
    }

    /** Sweeps everything whose lease has ended. Trouble with the store ends the run; the next one goes on. */
    @Scheduled(every = "${coffer.upload.sweep-interval:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int swept = 0;
        while (QuarkusTransaction.requiringNew().call(this::sweepOne)) {
            swept++;
        }
        int expired = rights.forgetExpired();
        if (swept + expired > 0) {
            LOG.infof("swept %d unfinished uploads, forgot %d expired upload rights", swept, expired);
        }
    }

    private boolean sweepOne() throws IOException {
        List<Upload> dead = uploads.lockDead();
        for (Upload upload : dead) {
            remove(upload);
            uploads.delete(upload);
        }
        return !dead.isEmpty();
    }

    /** Removes the object of an upload that came to nothing; what fails here is left to the next run. */
    void discard(Upload upload) {
        try {
            uploads.giveUp(upload.id());
            remove(upload);
            uploads.forget(upload.id());
        } catch (IOException | RuntimeException e) {
            LOG.warnf("upload %s is left to the sweeper: %s", upload.id(), e.toString());
        }
    }

    private void remove(Upload upload) throws IOException {
        if (upload.storeUploadId() != null) {
            store.abortParts(upload.objectKey(), upload.storeUploadId());
        }
        store.delete(upload.objectKey());
    }
}
