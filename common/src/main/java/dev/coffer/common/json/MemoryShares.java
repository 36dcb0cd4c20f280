package dev.coffer.common.json;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes that tenants share. One may have a part of what the others leave, so that however many come, something is
 * left for the next.
 */
final class MemoryShares {
    /** How an attempt to get a part ends. */
    enum Outcome {
        TAKEN,
        /** More than one tenant may ever have. */
        TOO_MUCH,
        /** The tenant has too much already. */
        OWN_SHARE_USED,
        /** All tenants together have too much. */
        ALL_USED
    }

    private final long total;
    private final double share;
    private final Map<String, Long> held = new HashMap<>();
    private long used;

    /**
     * @param total in bytes
     * @param share from 0 to 1: what one tenant may have of what the others do not
     */
    MemoryShares(long total, double share) {
        this.total = total;
        this.share = share;
    }

    /** Takes so many bytes, as soon as they are free; does not wait longer than that. */
    synchronized Outcome take(String tenant, long bytes, Duration patience) throws InterruptedException {
        if (bytes > most()) {
            return Outcome.TOO_MUCH;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (bytes > left(tenant)) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return bytes > share * total - heldBy(tenant) ? Outcome.OWN_SHARE_USED : Outcome.ALL_USED;
            }
            wait(millis);
        }
        held.merge(tenant, bytes, Long::sum);
        used += bytes;
        return Outcome.TAKEN;
    }

    /** Gives bytes back that were taken. */
    synchronized void release(String tenant, long bytes) {
        used -= bytes;
        held.computeIfPresent(tenant, (name, all) -> all == bytes ? null : Long.valueOf(all - bytes));
        notifyAll();
    }

    /** What one tenant may have while nobody else has anything. */
    long most() {
        return (long) (share * total);
    }

    synchronized long used() {
        return used;
    }

    long total() {
        return total;
    }

    private long left(String tenant) {
        long own = heldBy(tenant);
        return (long) (share * (total - used + own)) - own;
    }

    private long heldBy(String tenant) {
        return held.getOrDefault(tenant, 0L);
    }
}
