package dev.coffer.rendering.picture;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import dev.coffer.common.share.ShareRule;
import dev.coffer.rendering.decode.OpenImage;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrors;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The heap that renderings share: who wants to decode takes a part of it first, and gives it back at the end. One
 * tenant has at most two thirds, so that there is room for others however long it keeps its own.
 */
@ApplicationScoped
public class RenderingMemory {
    /** Renderings of one tenant come one after the other where they wait, so that large ones have their turn. */
    private static final String IN_TURN = "";

    private final Share share;
    private final Duration timeout;

    public RenderingMemory(ImageConfig config) {
        this.share = new Share(
                "renderings",
                config.memory().map(MemorySize::asLongValue)
                        .orElseGet(() -> (long) (config.heapShare() * Runtime.getRuntime().maxMemory())),
                ShareRule.TENANTS);
        this.timeout = config.waitTimeout();
    }

    /** What is done with the memory. */
    interface Use<T, E extends Exception> {
        T of() throws E;
    }

    /** Most bytes that one rendering, and all of one tenant together, may take. */
    long most() {
        return share.size() / 3 * 2;
    }

    /**
     * What the pixels of an image may take.
     *
     * @throws ServiceException 400 if too little is left of it by what its reader loads
     */
    long room(OpenImage image) {
        if (image.loaded() > share.size() / 2) {
            throw ImageErrors.tooLarge("The file is too large to be rendered by this server.");
        }
        return most() - image.loaded();
    }

    /**
     * Does something that needs so many bytes, as soon as they are free. A tenant that waits for itself
     * does not hold up others.
     *
     * @param bytes at most {@link #most}
     * @throws ServiceException 503 if others do not end in time
     */
    <T, E extends Exception> T with(String tenant, long bytes, Use<T, E> use) throws E {
        Holder holder = new Holder(tenant, IN_TURN);
        long taken = Math.min(most(), bytes);
        switch (share.take(holder, taken, timeout)) {
            case TAKEN -> {}
            case INTERRUPTED -> throw ServiceException.unavailable("Shutting down.");
            default -> throw ServiceException.unavailable("Too many images are being rendered, try again.");
        }
        try {
            return use.of();
        } finally {
            share.release(holder, taken);
        }
    }
}
