package dev.coffer.blob.share;

import dev.coffer.common.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A number of units that are lent, so that nobody can take them all. A tenant may hold at most twice as much as it leaves
 * free, and one session of it at most four times as much as it leaves to the other sessions of its tenant: alone two
 * thirds, and a little more than half. The more tenants there are, the less each may take, and something is always free
 * for the next one. This is the dynamic threshold of shared buffers in switches (Choudhury and Hahne, 1998). Who holds
 * nothing at all may take whatever is free.
 */
public final class Share {
    private static final int TENANT = 2;
    private static final int SESSION = 4;

    private final String name;
    private final long size;
    private final String refusal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> tenants = new HashMap<>();
    private final Map<Holder, Long> holders = new HashMap<>();
    private final List<Waiting> queue = new ArrayList<>();
    private long free;

    /**
     * @param name in metrics
     * @param refusal what is said to those who wait in vain
     */
    public Share(String name, long size, String refusal) {
        this.name = name;
        this.size = size;
        this.free = size;
        this.refusal = refusal;
    }

    public String name() {
        return name;
    }

    /** All units. */
    public long size() {
        return size;
    }

    /** Units that nobody holds. */
    public long free() {
        lock.lock();
        try {
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** How many are waiting. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes so many units if they can be had at once. */
    public boolean tryTake(Holder holder, long units) {
        lock.lock();
        try {
            boolean queued = queue.stream().anyMatch(other -> other.holder.equals(holder));
            if (queued || !admits(holder, units)) {
                return false;
            }
            grant(holder, units);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes so many units. Those of one holder are served in turn; nobody waits for a holder who may not have more yet.
     *
     * @throws ServiceException 503 after so much patience, or when the process stops
     */
    public void take(Holder holder, long units, Duration patience) {
        lock.lock();
        try {
            Waiting waiting = new Waiting(holder, units, lock.newCondition());
            queue.add(waiting);
            serve();
            await(waiting, patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock. */
    private void await(Waiting waiting, long nanos) {
        long left = nanos;
        try {
            while (!waiting.served && left > 0) {
                left = waiting.turn.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiting.served) {
            queue.remove(waiting);
            serve();
            throw ServiceException.unavailable(refusal);
        }
    }

    /** Gives units back. */
    public void giveBack(Holder holder, long units) {
        if (units == 0) {
            return;
        }
        lock.lock();
        try {
            free += units;
            less(tenants, holder.tenant(), units);
            less(holders, holder, units);
            serve();
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        Set<Holder> before = new HashSet<>();
        for (Waiting waiting : List.copyOf(queue)) {
            if (!before.contains(waiting.holder) && admits(waiting.holder, waiting.units)) {
                queue.remove(waiting);
                grant(waiting.holder, waiting.units);
                waiting.served = true;
                waiting.turn.signal();
            } else {
                before.add(waiting.holder);
            }
        }
    }

    private boolean admits(Holder holder, long units) {
        if (units > free) {
            return false;
        }
        long left = free - units;
        long tenant = tenants.getOrDefault(holder.tenant(), 0L);
        if (tenant == 0) {
            return true;
        }
        // What others of the tenant could still take after this: r with tenant + units + r = TENANT * (left - r).
        long room = (TENANT * left - tenant - units) / (TENANT + 1);
        long session = holders.getOrDefault(holder, 0L);
        return tenant + units <= TENANT * left && (session == 0 || session + units <= SESSION * room);
    }

    private void grant(Holder holder, long units) {
        free -= units;
        tenants.merge(holder.tenant(), units, Long::sum);
        holders.merge(holder, units, Long::sum);
    }

    private static <K> void less(Map<K, Long> held, K key, long units) {
        held.computeIfPresent(key, (same, count) -> count == units ? null : count - units);
    }

    private static final class Waiting {
        private final Holder holder;
        private final long units;
        private final Condition turn;
        private boolean served;

        Waiting(Holder holder, long units, Condition turn) {
            this.holder = holder;
            this.units = units;
            this.turn = turn;
        }
    }
}
