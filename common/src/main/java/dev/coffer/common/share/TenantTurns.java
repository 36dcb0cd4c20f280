package dev.coffer.common.share;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A limited number of places, for work that may go on at the same time. A free place goes to the tenant that has the
 * fewest; among those, the tenants are called in turns, and of one tenant the one that has waited longest. No tenant gets
 * more than its share of the places, or of the queue, even if others are free: a tenant that comes later always finds
 * one.
 */
public final class TenantTurns {
    private final int most;
    private final int mostOfTenant;
    private final int mostWaiting;
    private final int mostWaitingOfTenant;
    private final Map<String, Integer> busy = new HashMap<>();
    private final List<Waiting> queue = new ArrayList<>();
    /** The round of the last one in the queue, of each tenant that has one there. */
    private final Map<String, Long> lastRounds = new HashMap<>();
    private long round;
    private int allBusy;

    /**
     * @param all places, at least 1
     * @param ofTenant places that one tenant may have, at least 1
     * @param waiting how many may wait for a place, at least 0
     * @param waitingOfTenant how many of them may be of one tenant, at least 0
     */
    public TenantTurns(int all, int ofTenant, int waiting, int waitingOfTenant) {
        if (all < 1 || ofTenant < 1 || waiting < 0 || waitingOfTenant < 0) {
            throw new IllegalArgumentException("places must be at least 1, those to wait in at least 0");
        }
        this.most = all;
        this.mostOfTenant = ofTenant;
        this.mostWaiting = waiting;
        this.mostWaitingOfTenant = waitingOfTenant;
    }

    /** Compared by identity, for one tenant may wait many times. */
    private static final class Waiting {
        final String tenant;
        final long round;
        final CountDownLatch called = new CountDownLatch(1);

        Waiting(String tenant, long round) {
            this.tenant = tenant;
            this.round = round;
        }
    }

    /**
     * Waits for a place. A caller that gets one has to {@link #end} it.
     *
     * @return false if too many wait, or no place gets free in time
     * @throws InterruptedException if interrupted; then there is no place to end
     */
    public boolean begin(String tenant, Duration timeout) throws InterruptedException {
        Waiting waiting = queued(tenant);
        if (waiting == null) {
            return false;
        }
        try {
            return waiting.called.await(timeout.toNanos(), TimeUnit.NANOSECONDS) || !leave(waiting);
        } catch (InterruptedException e) {
            if (!leave(waiting)) {
                end(tenant);
            }
            throw e;
        }
    }

    /** In the queue, or called already; absent if too many wait. */
    private synchronized @Nullable Waiting queued(String tenant) {
        // In each round every tenant is called once. Who comes later than others joins the round that is under way.
        Waiting waiting = new Waiting(tenant, lastRounds.merge(tenant, round, (last, now) -> Math.max(last + 1, now)));
        queue.add(waiting);
        callNext();
        long ofTenant = queue.stream().filter(other -> other.tenant.equals(tenant)).count();
        boolean many = queue.size() > mostWaiting || ofTenant > mostWaitingOfTenant;
        return many && leave(waiting) ? null : waiting;
    }

    /** Returns whether it was still in the queue. */
    private synchronized boolean leave(Waiting waiting) {
        boolean left = queue.remove(waiting);
        forgetRounds();
        return left;
    }

    private void forgetRounds() {
        if (queue.isEmpty()) {
            lastRounds.clear();
        }
    }

    /** Gives a place back. */
    public synchronized void end(String tenant) {
        allBusy--;
        busy.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
        callNext();
    }

    private void callNext() {
        while (allBusy < most) {
            Waiting next = queue.stream()
                    .filter(waiting -> busy(waiting) < mostOfTenant)
                    .min(Comparator.<Waiting>comparingInt(this::busy).thenComparingLong(waiting -> waiting.round))
                    .orElse(null);
            if (next == null) {
                return;
            }
            queue.remove(next);
            round = Math.max(round, next.round + 1);
            forgetRounds();
            allBusy++;
            busy.merge(next.tenant, 1, Integer::sum);
            next.called.countDown();
        }
    }

    private int busy(Waiting waiting) {
        return busy.getOrDefault(waiting.tenant, 0);
    }

    /** How many places are taken. */
    public synchronized int busy() {
        return allBusy;
    }

    /** How many wait. */
    public synchronized int waiting() {
        return queue.size();
    }

    /** How many tenants have a place; those without one take no memory. */
    synchronized int tenants() {
        return busy.size();
    }
}
