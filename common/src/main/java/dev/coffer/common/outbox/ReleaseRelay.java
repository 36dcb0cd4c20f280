package dev.coffer.common.outbox;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.outbox.RelayRepository.PendingRelease;
import dev.coffer.common.tracing.CurrentTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells blob-service which references and open uploads a committed transaction no longer needs. */
@Singleton
class ReleaseRelay extends Relay {
    private static final long LOCK = 0x434f464645520002L;
    /** So long a transaction is kept open, and one call more. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

    private final RelayRepository rows;
    private final OutboxConfig config;
    private final BlobClient blobs;
    private long after;

    ReleaseRelay(RelayRepository rows, OutboxConfig config, BlobClient blobs, MeterRegistry registry) {
        super("release-relay", LOCK, rows, config, new RelayMetrics("releases", registry));
        this.rows = rows;
        this.config = config;
        this.blobs = blobs;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.releases()) {
            start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        if (config.releases()) {
            stop();
        }
    }

    /**
     * Order does not matter here: what fails is tried again when all others have had their turn. What is done twice,
     * because a batch did not commit, is not an error.
     */
    @Override
    boolean batch(Connection connection) throws SQLException {
        List<PendingRelease> oldest = rows.releases(connection, after, config.batchSize());
        List<Long> done = new ArrayList<>();
        RuntimeException failure = null;
        long end = System.nanoTime() + LONGEST_BATCH.toNanos();
        int tried = 0;
        while (tried < oldest.size() && System.nanoTime() < end) {
            PendingRelease release = oldest.get(tried++);
            try {
                CurrentTrace.during(release.trace(), () -> tell(release));
                done.add(release.seq());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        boolean more = tried > 0 && (tried < oldest.size() || isFull(oldest));
        after = more ? oldest.get(tried - 1).seq() : 0;
        rows.deleteReleases(connection, done);
        metrics().sent(done.size());
        if (failure != null) {
            connection.commit();
            throw failure;
        }
        return more;
    }

    private void tell(PendingRelease release) {
        if (release.kind().equals("upload")) {
            blobs.closeUpload(release.id(), release.owner());
        } else {
            blobs.release(release.id(), release.owner());
        }
    }
}
