package dev.coffer.blob.content;

import dev.coffer.common.error.ServiceException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lends segments of memory to bodies. When all are lent the reader waits, which slows its client down; after the
 * configured patience it is refused with 503.
 */
@ApplicationScoped
public class BufferPool {
    /** Bytes in a segment. */
    static final int SEGMENT = 64 << 10;

    private static final int HEAP_SHARE = 3;
    private static final int SMALL_SHARE = 4;

    private final Share small;
    private final Share large;
    private final ConcurrentLinkedQueue<byte[]> returned = new ConcurrentLinkedQueue<>();
    private final BufferConfig config;

    BufferPool(BufferConfig config) {
        this.config = config;
        long bytes = config.pool().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        int segments = Math.toIntExact(bytes / SEGMENT);
        this.small = new Share(segments / SMALL_SHARE);
        this.large = new Share(segments - segments / SMALL_SHARE);
    }

    /** For bodies that have just begun. */
    Share small() {
        return small;
    }

    /** For whole parts of bodies that are larger. */
    Share large() {
        return large;
    }

    byte[] segment() {
        byte[] segment = returned.poll();
        return segment == null ? new byte[SEGMENT] : segment;
    }

    void giveBack(byte[] segment) {
        returned.add(segment);
    }

    /** Bytes that a body can hold at most while nobody else holds any. */
    public long largest() {
        return (long) large.size * SEGMENT;
    }

    /** Whether nobody holds anything. */
    public boolean isWhole() {
        return small.isWhole() && large.isWhole();
    }

    /** A number of segments that can be promised, first come, first served. */
    final class Share {
        private final int size;
        private final Semaphore free;

        private Share(int size) {
            this.size = size;
            this.free = new Semaphore(size, true);
        }

        /** Waits for the promise of so many segments, but not longer than the configured patience: 503. */
        void reserve(int segments) {
            try {
                if (!free.tryAcquire(segments, config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw ServiceException.unavailable("Too many uploads at once, try again.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ServiceException.unavailable("The server is stopping.");
            }
        }

        void release(int segments) {
            free.release(segments);
        }

        private boolean isWhole() {
            return free.availablePermits() == size;
        }
    }
}
