package dev.coffer.common.json;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.framework.FrameworkInternals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The heap that requests use for JSON. The amount of a request grows with what it reads and answers, and is released at
 * its end. Work outside of requests is not counted.
 */
@ApplicationScoped
public class JsonMemory {
    private static final long ORDINARY = 512 << 10;

    private final @Nullable RequestMemory held;
    private final BooleanSupplier inRequest;

    @Inject
    JsonMemory(RequestMemory held) {
        this(held, FrameworkInternals::isServingRequest);
    }

    JsonMemory(@Nullable RequestMemory held, BooleanSupplier inRequest) {
        this.held = held;
        this.inRequest = inRequest;
    }

    /** For work that belongs to no request. */
    public static JsonMemory uncounted() {
        return new JsonMemory(null, () -> false);
    }

    /**
     * Takes heap, and waits a little for it if need be.
     *
     * @throws ServiceException 413 if it is more than one tenant may have, 429 or 503 if it is not free in time
     */
    public void take(long bytes) {
        ofRequest().ifPresent(held -> held.take(bytes));
    }

    /**
     * The same without waiting: for callers that hold a resource that others wait for, such as a database connection.
     */
    public void takeNow(long bytes) {
        ofRequest().ifPresent(held -> held.takeNow(bytes));
    }

    /**
     * Takes heap for an answer, without waiting; the first {@value #ORDINARY} bytes of it are not counted, as every
     * request has as many.
     *
     * @param bytes that it grows by
     * @throws ServiceException 413 if it is more than one tenant may have, 429 or 503 if it is not free
     */
    public void answer(long bytes) {
        ofRequest().ifPresent(held -> held.answer(bytes, ORDINARY));
    }

    /** On whose account a request takes heap; empty for work outside of requests. */
    Optional<String> account() {
        return ofRequest().map(RequestMemory::tenant);
    }

    private Optional<RequestMemory> ofRequest() {
        return inRequest.getAsBoolean() ? Optional.ofNullable(held) : Optional.empty();
    }
}
