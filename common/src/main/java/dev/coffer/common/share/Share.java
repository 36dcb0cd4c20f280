package dev.coffer.common.share;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A number of units that are shared out so that no tenant, and no session of one, can take them all. */
public final class Share {
    /** How an attempt to take units ends. */
    public enum Outcome {
        TAKEN,
        /** More than any holder may ever take at a time. */
        TOO_MUCH,
        /** The tenant holds too many itself. */
        OWN_SHARE_USED,
        /** All together hold too many. */
        ALL_USED,
        /** The waiting thread was interrupted. */
        INTERRUPTED
    }

    private final String name;
    private final long size;
    private final ShareRule rule;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> tenants = new HashMap<>();
    private final Map<Holder, Long> holders = new HashMap<>();
    private final List<Waiting> queue = new ArrayList<>();
    private long free;

    /** @param name in metrics */
    public Share(String name, long size, ShareRule rule) {
        this.name = name;
        this.size = size;
        this.rule = rule;
        this.free = size;
    }

    public String name() {
        return name;
    }

    /** All units. */
    public long size() {
        return size;
    }

    /** The most that can be taken at a time while all units are free. */
    public long most() {
        return (long) (rule.newcomer() * size);
    }

    /** Free units. */
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
            if (queued && holder.session() != null || !admits(holder, units)) {
                return false;
            }
            grant(holder, units);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes so many units, as soon as they can be had. Requests of one session are served in order; a holder that is at
     * its limit does not keep others waiting.
     *
     * @param timeout for how long it is waited
     */
    public Outcome take(Holder holder, long units, Duration timeout) {
        if (units > most()) {
            return Outcome.TOO_MUCH;
        }
        lock.lock();
        try {
            Waiting waiting = new Waiting(holder, units, lock.newCondition());
            queue.add(waiting);
            serve();
            return await(waiting, timeout.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock. */
    private Outcome await(Waiting waiting, long nanos) {
        long left = nanos;
        boolean interrupted = false;
        try {
            while (!waiting.served && left > 0) {
                left = waiting.turn.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
        if (waiting.served) {
            return Outcome.TAKEN;
        }
        queue.remove(waiting);
        serve();
        return interrupted ? Outcome.INTERRUPTED : refusal(waiting);
    }

    private Outcome refusal(Waiting waiting) {
        long own = tenants.getOrDefault(waiting.holder.tenant(), 0L);
        boolean alone = own + waiting.units <= (own == 0 ? most() : (long) (rule.tenant() * size));
        return alone ? Outcome.ALL_USED : Outcome.OWN_SHARE_USED;
    }

    /** Gives units back. */
    public void release(Holder holder, long units) {
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
            } else if (waiting.holder.session() != null) {
                before.add(waiting.holder);
            }
        }
    }

    private boolean admits(Holder holder, long units) {
        if (units > free) {
            return false;
        }
        long tenant = tenants.getOrDefault(holder.tenant(), 0L);
        if (tenant == 0) {
            return units <= (long) (rule.newcomer() * free);
        }
        // What others of the tenant could still take after this.
        long others = (long) (rule.tenant() * (free + tenant)) - tenant - units;
        long session = holders.getOrDefault(holder, 0L);
        return others >= 0 && (session == 0 || session + units <= (long) (rule.session() * (session + units + others)));
    }

    private void grant(Holder holder, long units) {
        if (units == 0) {
            return;
        }
        free -= units;
        tenants.merge(holder.tenant(), units, Long::sum);
        holders.merge(holder, units, Long::sum);
    }

    private static <K> void less(Map<K, Long> held, K key, long units) {
        held.computeIfPresent(key, (same, count) -> count == units ? null : Long.valueOf(count - units));
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
