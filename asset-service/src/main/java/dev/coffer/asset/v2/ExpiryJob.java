package dev.coffer.asset.v2;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetExpiryTransactions;
import dev.coffer.asset.create.IdempotencyKeyRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Clears away what has ended: assets, and keys that may be used again. */
@ApplicationScoped
class ExpiryJob {
    private static final Logger LOG = Logger.getLogger(ExpiryJob.class);

    private final AssetExpiryTransactions assets;
    private final IdempotencyKeyRepository keys;

    ExpiryJob(AssetExpiryTransactions assets, IdempotencyKeyRepository keys) {
        this.assets = assets;
        this.keys = keys;
    }

    /** Often, because totals of lists count an asset until its row is gone; a run with nothing to do costs little. */
    @Scheduled(every = AssetConfig.EXPIRY_INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        int removed = 0;
        for (int some = assets.removeSome(); some > 0; some = assets.removeSome()) {
            removed += some;
        }
        int forgotten = keys.forgetExpired();
        if (removed + forgotten > 0) {
            LOG.infof("removed %d expired assets, forgot %d idempotency keys", removed, forgotten);
        }
    }
}
