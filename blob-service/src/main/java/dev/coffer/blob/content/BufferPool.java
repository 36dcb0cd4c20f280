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

    private final int segments;
    private final Semaphore free;
    private final ConcurrentLinkedQueue<byte[]> returned = new ConcurrentLinkedQueue<>();
    private final BufferConfig config;

    BufferPool(BufferConfig config) {
        this.config = config;
        long bytes = config.pool().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        this.segments = Math.toIntExact(bytes / SEGMENT);
        this.free = new Semaphore(segments);
    }

    byte[] take() {
        try {
            if (!free.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ServiceException.unavailable("Too many uploads at once, try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("The server is stopping.");
        }
        byte[] segment = returned.poll();
        return segment == null ? new byte[SEGMENT] : segment;
    }

    void giveBack(byte[] segment) {
        returned.add(segment);
        free.release();
    }

    /** Whether nobody holds a segment. */
    public boolean isWhole() {
        return free.availablePermits() == segments;
    }
}
