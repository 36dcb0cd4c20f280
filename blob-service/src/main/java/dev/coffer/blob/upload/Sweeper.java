package dev.coffer.blob.upload;

import dev.coffer.blob.store.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Throws away what unfinished uploads have left in the store, and rights that have expired. */
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private static final int TROUBLES = 5;
    private static final Duration LATER = Duration.ofMinutes(10);

    private final UploadRepository uploads;
    private final UploadRights rights;
    private final ObjectStore store;

    Sweeper(UploadRepository uploads, UploadRights rights, ObjectStore store) {
        this.uploads = uploads;
        this.rights = rights;
        this.store = store;
    }

    /**
     * Sweeps everything whose lease has ended. What the store does not let go of waits for a later run, so that it
     * does not stand before the rest; after a few such troubles the run ends.
     */
    @Scheduled(every = "${coffer.upload.sweep-interval:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int swept = 0;
        int troubles = 0;
        Outcome outcome = Outcome.SWEPT;
        while (outcome != Outcome.NOTHING_LEFT && troubles < TROUBLES) {
            outcome = QuarkusTransaction.requiringNew().call(this::sweepOne);
            swept += outcome == Outcome.SWEPT ? 1 : 0;
            troubles += outcome == Outcome.TROUBLE ? 1 : 0;
        }
        int expired = rights.forgetExpired();
        if (swept + expired > 0) {
            LOG.infof("swept %d unfinished uploads, forgot %d expired upload rights", swept, expired);
        }
    }

    private enum Outcome { SWEPT, TROUBLE, NOTHING_LEFT }

    private Outcome sweepOne() {
        Upload dead = uploads.lockDead();
        if (dead == null) {
            return Outcome.NOTHING_LEFT;
        }
        try {
            remove(dead);
            uploads.delete(dead);
            return Outcome.SWEPT;
        } catch (IOException e) {
            LOG.warnf("upload %s stays until a later run: %s", dead.id(), e.toString());
            uploads.renew(List.of(dead.id()), LATER);
            return Outcome.TROUBLE;
        }
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
