package dev.coffer.imaging;

import dev.coffer.common.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Who decodes next. Of those who wait, whoever came first of the tenant that decodes least; no tenant has more than its
 * share of the decoders, or of the places to wait in, however much is free, so that the next one never finds all taken.
 */
final class Turns {
    private final int most;
    private final int mostOfTenant;
    private final int mostWaiting;
    private final int mostWaitingOfTenant;
    private final Map<String, Integer> busy = new HashMap<>();
    private final List<Waiting> queue = new ArrayList<>();
    private int allBusy;

    /** @param decoders of all, and of one tenant */
    Turns(int decoders, int ofTenant, int waiting, int waitingOfTenant) {
        this.most = decoders;
        this.mostOfTenant = ofTenant;
        this.mostWaiting = waiting;
        this.mostWaitingOfTenant = waitingOfTenant;
    }

    /** Compared by identity, for one tenant may wait many times. */
    private static final class Waiting {
        final String tenant;
        final CountDownLatch called = new CountDownLatch(1);

        Waiting(String tenant) {
            this.tenant = tenant;
        }
    }

    /**
     * Waits for a decoder; whoever gets one ends it.
     *
     * @throws ServiceException 503 if too many wait, or none gets free in time
     */
    void begin(String tenant, Duration patience) {
        Waiting waiting = queued(tenant);
        try {
            if (!waiting.called.await(patience.toNanos(), TimeUnit.NANOSECONDS) && leave(waiting)) {
                throw refused();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!leave(waiting)) {
                end(tenant);
            }
            throw ServiceException.unavailable("Shutting down.");
        }
    }

    private synchronized Waiting queued(String tenant) {
        Waiting waiting = new Waiting(tenant);
        queue.add(waiting);
        callNext();
        long ofTenant = queue.stream().filter(other -> other.tenant.equals(tenant)).count();
        if (queue.contains(waiting) && (queue.size() > mostWaiting || ofTenant > mostWaitingOfTenant)) {
            queue.remove(waiting);
            throw refused();
        }
        return waiting;
    }

    /** Whether it still was in the queue. */
    private synchronized boolean leave(Waiting waiting) {
        return queue.remove(waiting);
    }

    synchronized void end(String tenant) {
        allBusy--;
        busy.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
        callNext();
    }

    private void callNext() {
        while (allBusy < most) {
            Waiting next = queue.stream()
                    .filter(waiting -> busy(waiting) < mostOfTenant)
                    .min(Comparator.comparingInt(this::busy))
                    .orElse(null);
            if (next == null) {
                return;
            }
            queue.remove(next);
            allBusy++;
            busy.merge(next.tenant, 1, Integer::sum);
            next.called.countDown();
        }
    }

    private int busy(Waiting waiting) {
        return busy.getOrDefault(waiting.tenant, 0);
    }

    private static ServiceException refused() {
        return ServiceException.unavailable("Too many images are being rendered, try again.");
    }

    synchronized int busy() {
        return allBusy;
    }

    synchronized int waiting() {
        return queue.size();
    }
}
