package dev.coffer.files.geo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets each tenant do so many things at the same time, and a few more wait. */
final class TenantTurns {
    private final int most;
    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<String, Integer> present = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();

    TenantTurns(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** Waits for a turn. Returns whether there is one; whoever has it gives it back. */
    boolean take(String tenant, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (present.getOrDefault(tenant, 0) >= most + mostWaiting) {
                return false;
            }
            present.merge(tenant, 1, Integer::sum);
            boolean taken = false;
            try {
                taken = await(tenant, patience.toNanos());
            } finally {
                if (taken) {
                    running.merge(tenant, 1, Integer::sum);
                } else {
                    leave(present, tenant);
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean await(String tenant, long patience) throws InterruptedException {
        long left = patience;
        while (running.getOrDefault(tenant, 0) >= most) {
            if (left <= 0) {
                return false;
            }
            left = ended.awaitNanos(left);
        }
        return true;
    }

    void giveBack(String tenant) {
        lock.lock();
        try {
            leave(running, tenant);
            leave(present, tenant);
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A tenant that does nothing takes no memory. */
    private static void leave(Map<String, Integer> counts, String tenant) {
        counts.computeIfPresent(tenant, (name, count) -> count == 1 ? null : count - 1);
    }

    /** How many tenants do or want something. */
    int tenants() {
        lock.lock();
        try {
            return present.size();
        } finally {
            lock.unlock();
        }
    }
}
