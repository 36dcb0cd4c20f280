package dev.coffer.blob.pending;

import dev.coffer.blob.quota.QuotaTransactions;
import dev.coffer.blob.quota.RemainingQuota;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The objects that requests of this process write: their leases are renewed while the request runs, and those that do
 * not become content are deleted.
 */
@ApplicationScoped
public class PendingObjects {
    private final Set<UUID> alive = ConcurrentHashMap.newKeySet();
    private final PendingObjectRepository objects;
    private final Sweeper sweeper;
    private final QuotaTransactions quotas;
    private final SweepConfig config;

    PendingObjects(PendingObjectRepository objects, Sweeper sweeper, QuotaTransactions quotas, SweepConfig config) {
        this.objects = objects;
        this.sweeper = sweeper;
        this.quotas = quotas;
        this.config = config;
    }

    /**
     * Begins an object, to be ended by {@link #end}.
     *
     * @param remaining of the tenant's quota
     * @param bytes that it takes of the quota, if there is one
     * @throws ServiceException 413
     */
    public PendingObject begin(UUID ref, Owner owner, RemainingQuota remaining, long bytes) {
        PendingObject object = new PendingObject(ref, owner);
        if (remaining == RemainingQuota.UNLIMITED) {
            objects.begin(object, config.lease());
        } else {
            begin(object, bytes);
        }
        alive.add(object.id());
        return object;
    }

    private void begin(PendingObject object, long bytes) {
        quotas.inTurn(object.tenant(), () -> {
            quotas.admit(object.tenant(), bytes);
            object.reserved = bytes;
            objects.begin(object, config.lease());
            return object;
        });
    }

    /** Begins an object that several requests will write to: its lease is not renewed automatically. */
    public PendingObject open(UUID ref, Owner owner) {
        PendingObject object = new PendingObject(ref, owner);
        objects.begin(object, config.lease());
        return object;
    }

    /** A body of unknown length that takes of the quota what is read beyond what the object has taken already. */
    public InputStream reserving(InputStream body, RemainingQuota remaining, PendingObject object) {
        return remaining == RemainingQuota.UNLIMITED ? body : new ReservedStream(body, this, object);
    }

    /**
     * Takes more of the quota.
     *
     * @param need bytes that there must be room for
     * @param wish as many if there is room
     * @return the bytes that it takes beside what it had
     * @throws ServiceException 413
     */
    long reserve(PendingObject object, long need, long wish) {
        return quotas.inTurn(object.tenant(), () -> {
            RemainingQuota remaining = quotas.lockedRemaining(object.tenant());
            remaining.require(need);
            long more = remaining.most(wish);
            objects.changeReserved(object.id(), more);
            return more;
        });
    }

    /** Notes how the store calls an object in parts, so that it can be swept. */
    public void noteStoreUpload(PendingObject object, String storeUploadId) {
        objects.noteStoreUpload(object, storeUploadId);
    }

    public void end(PendingObject object) {
        alive.remove(object.id());
    }

    /** Ends what was never written to the store. */
    public void forget(PendingObject object) {
        end(object);
        objects.forget(object.id());
    }

    /** Removes what an object that came to nothing has left in the store; not if it has become a content. */
    public void discard(PendingObject object) {
        sweeper.discard(object);
    }

    @Scheduled(every = "30s", delayed = "30s")
    void renew() {
        if (!alive.isEmpty()) {
            objects.renew(Set.copyOf(alive), config.lease());
        }
    }
}
