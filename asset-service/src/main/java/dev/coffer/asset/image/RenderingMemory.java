package dev.coffer.asset.image;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.ImageConfig;
import dev.coffer.rendering.OpenImage;
import dev.coffer.rendering.Refusals;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The heap that renderings share: who wants to decode takes a part of it first, and gives it back at the end. One tenant
 * has at most two thirds, so that there is room for others however long it keeps its own.
 */
@ApplicationScoped
class RenderingMemory {
    private static final int PART_OF_HEAP = 4;
    private static final int UNIT = 1024;

    private final long total;
    private final long ofTenant;
    private final Semaphore free;
    private final LoadingCache<String, Semaphore> shares;
    private final long timeout;

    RenderingMemory(ImageConfig config) {
        this.total = config.memory().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        this.ofTenant = total / 3 * 2;
        this.free = semaphore(total);
        this.shares = Caffeine.newBuilder().weakValues().build(tenant -> semaphore(ofTenant));
        this.timeout = config.timeout().toNanos();
    }

    private static Semaphore semaphore(long bytes) {
        return new Semaphore(units(bytes), true);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
    }

    /** What is done with the memory. */
    interface Use<T, E extends Exception> {
        T of() throws E;
    }

    /** Most bytes that one rendering, and all of one tenant together, may take. */
    long most() {
        return ofTenant;
    }

    /**
     * What the pixels of an image may take.
     *
     * @throws ServiceException 400 if too little is left of it by what its reader loads
     */
    long room(OpenImage image) {
        if (image.loaded() > total / 2) {
            throw Refusals.tooLarge("The file is too large to be rendered by this server.");
        }
        return most() - image.loaded();
    }

    /**
     * Does something that needs so many bytes, as soon as they are free. Who waits for its own tenant is in nobody
     * else's way.
     *
     * @param bytes at most {@link #most}
     * @throws ServiceException 503 if others do not end in time
     */
    <T, E extends Exception> T with(String tenant, long bytes, Use<T, E> use) throws E {
        int units = Math.min(units(most()), units(bytes) + 1);
        long end = System.nanoTime() + timeout;
        Semaphore share = shares.get(tenant);
        take(share, units, end);
        try {
            take(free, units, end);
            try {
                return use.of();
            } finally {
                free.release(units);
            }
        } finally {
            share.release(units);
        }
    }

    private static void take(Semaphore free, int units, long end) {
        try {
            if (!free.tryAcquire(units, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw ServiceException.unavailable("Too many images are being rendered, try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
