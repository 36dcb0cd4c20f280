package dev.coffer.blob.pending;

import dev.coffer.blob.store.ObjectStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Deletes what unfinished uploads have left in the store. An object is marked first, in a transaction of its own, after
 * which it can no longer become a blob.
 */
@ApplicationScoped
public class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    /** A run that meets so many failures ends: the store is away. */
    private static final int FAILURES = 5;
    /** When an object is deleted once more: the store may finish what it was told after we have given up. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final PendingObjectRepository objects;
    private final ObjectStore store;
    private final Counter removals;
    private final Counter leftovers;

    Sweeper(PendingObjectRepository objects, ObjectStore store, MeterRegistry registry) {
        this.objects = objects;
        this.store = store;
        this.removals = Counter.builder("coffer.sweeper.removed")
                .description("Objects of uploads that came to nothing, removed from the store")
                .register(registry);
        this.leftovers = Counter.builder("coffer.sweeper.failures")
                .description("Such objects that the store did not let go of")
                .register(registry);
    }

    /** Sweeps everything whose lease has ended; what the store does not let go of waits for a later run. */
    @Scheduled(every = SweepConfig.SWEEP_INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        int swept = 0;
        int failures = 0;
        Optional<PendingObject> dead = objects.sweepable(AGAIN);
        while (dead.isPresent() && failures < FAILURES) {
            boolean removed = removed(dead.get());
            swept += removed ? 1 : 0;
            failures += removed ? 0 : 1;
            dead = objects.sweepable(AGAIN);
        }
        if (swept > 0) {
            LOG.infof("swept %d unfinished uploads", swept);
        }
    }

    /** Removes what an upload has left that came to nothing, and looks once more in a later run. */
    void discard(PendingObject object) {
        try {
            if (objects.abort(object.id(), AGAIN)) {
                remove(object);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("upload %s is left to the sweeper: %s", object.id(), e.toString());
        }
    }

    private boolean removed(PendingObject object) {
        try {
            remove(object);
            objects.forget(object.id());
            removals.increment();
            return true;
        } catch (IOException | RuntimeException e) {
            leftovers.increment();
            LOG.warnf("upload %s stays until a later run: %s", object.id(), e.toString());
            return false;
        }
    }

    private void remove(PendingObject object) throws IOException {
        if (object.inParts()) {
            store.abortParts(object.objectKey(), object.storeUploadId());
        }
        store.delete(object.objectKey());
    }
}
