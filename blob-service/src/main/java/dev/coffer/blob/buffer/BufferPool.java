package dev.coffer.blob.buffer;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import dev.coffer.common.share.ShareRule;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends segments of memory to bodies. A body grows in three steps, and each step has a {@link Share} of its own. A body
 * in the last step waits for its client and the store only, and a body that waits for a share holds nothing of it, so
 * that bodies cannot deadlock.
 */
@ApplicationScoped
public class BufferPool {
    /** Bytes in a segment. */
    static final int SEGMENT = 16 << 10;

    private static final long FIRST = 64 << 10;
    private static final long SECOND = 512 << 10;
    private static final int HEAP_SHARE = 3;
    private static final int SMALL_SHARE = 8;

    private final List<Step> steps;
    private final ConcurrentLinkedQueue<byte[]> returned = new ConcurrentLinkedQueue<>();
    private final Duration timeout;

    /**
     * A step in which a body grows.
     *
     * @param upTo bytes that a body has after it
     * @param share in segments
     */
    record Step(long upTo, Share share) {}

    BufferPool(BufferConfig config) {
        this.timeout = config.waitTimeout();
        long bytes = config.pool().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        long segments = bytes / SEGMENT;
        long small = segments / SMALL_SHARE;
        this.steps = List.of(
                new Step(FIRST, new Share("memory-first", small, ShareRule.SESSIONS)),
                new Step(SECOND, new Share("memory-second", small, ShareRule.SESSIONS)),
                new Step(Long.MAX_VALUE, new Share("memory-last", segments - 2 * small, ShareRule.SESSIONS)));
    }

    /** The step of a body that has made so many. */
    Step step(int made) {
        return steps.get(Math.min(made, steps.size() - 1));
    }

    /**
     * Takes segments for a step, as soon as there are so many.
     *
     * @throws ServiceException 503 after the timeout
     */
    void take(Step step, Holder holder, long segments) {
        if (step.share().take(holder, segments, timeout) != Share.Outcome.TAKEN) {
            throw ServiceException.unavailable("Too many uploads at once, try again.");
        }
    }

    byte[] segment() {
        byte[] segment = returned.poll();
        return segment == null ? new byte[SEGMENT] : segment;
    }

    void release(byte[] segment) {
        returned.add(segment);
    }

    /** Bytes that a body can hold at most while it is the only one. */
    public long largest() {
        return steps.getLast().share().size() * SEGMENT;
    }

    /** What the segments are lent out of. */
    public List<Share> shares() {
        return steps.stream().map(Step::share).toList();
    }
}
