package dev.coffer.blob.upload;

import static dev.coffer.common.config.Setting.require;

import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.hashing.HashConfig;
import dev.coffer.blob.ingest.PartSender;
import dev.coffer.blob.ingest.UploadConfig;
import dev.coffer.blob.pending.SweepConfig;
import dev.coffer.blob.store.ObjectStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Refuses at start-up settings with which every large upload would fail, or running uploads be considered dead. */
@ApplicationScoped
class UploadGuard {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(90);

    private final UploadConfig uploads;
    private final SweepConfig sweeps;
    private final HashConfig hashes;
    private final BufferPool pool;

    UploadGuard(UploadConfig uploads, SweepConfig sweeps, HashConfig hashes, BufferPool pool) {
        this.uploads = uploads;
        this.sweeps = sweeps;
        this.hashes = hashes;
        this.pool = pool;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        long small = uploads.smallSize().asLongValue();
        long largest = Math.max(small, PartSender.LATER_SIZE);
        require(small >= ObjectStore.MIN_PART, "coffer.upload.small-size",
                "at least 5M: it is the size of a first part, and S3 takes no smaller ones");
        require(pool.largest() >= largest, "coffer.buffers.pool",
                "so large that three quarters of it hold a part of " + (largest >> 20)
                        + " MiB; if it is not set, the heap must be larger (-Xmx), of which it is a third");
        require(uploads.partsInFlight() > 0, "coffer.upload.parts-in-flight", "at least 1");
        require(hashes.workers() > 0, "coffer.hash.workers", "at least 1");
        require(isLongEnough(sweeps.lease()), "coffer.upload.lease", "at least 90s: three signs of life");
        require(isLongEnough(hashes.lease()), "coffer.hash.lease", "at least 90s: three signs of life");
    }

    private static boolean isLongEnough(Duration lease) {
        return lease.compareTo(SHORTEST_LEASE) >= 0;
    }
}
