package dev.coffer.asset.image;

import dev.coffer.common.error.ServiceException;
import dev.coffer.imaging.ImageConfig;
import dev.coffer.imaging.OpenImage;
import dev.coffer.imaging.Refusals;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The heap that renderings share: who wants to decode takes a part of it first, and gives it back at the end. */
@ApplicationScoped
class RenderingMemory {
    private static final int PART_OF_HEAP = 4;
    private static final int UNIT = 1024;

    private final Semaphore free;
    private final long total;
    private final Duration patience;

    RenderingMemory(ImageConfig config) {
        this.total = config.memory().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        this.free = new Semaphore((int) Math.min(Integer.MAX_VALUE, total / UNIT), true);
        this.patience = config.patience();
    }

    /** What is done with the memory. */
    interface Use<T, E extends Exception> {
        T of() throws E;
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
        return total - image.loaded();
    }

    /**
     * Does something that needs so many bytes, as soon as they are free.
     *
     * @param bytes at most all that there is
     * @throws ServiceException 503 if others do not end in time
     */
    <T, E extends Exception> T with(long bytes, Use<T, E> use) throws E {
        int units = (int) Math.min(total / UNIT, bytes / UNIT + 1);
        take(units);
        try {
            return use.of();
        } finally {
            free.release(units);
        }
    }

    private void take(int units) {
        try {
            if (!free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ServiceException.unavailable("Too many images are being rendered, try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
