package dev.coffer.common.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.coffer.common.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One transaction after the other under each name, in all processes of a service: what one of them has counted is still
 * so when it commits. Those who wait hold no connection, so a crowd that wants the same does not take them from
 * everybody else.
 */
@ApplicationScoped
public class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LoadingCache<String, ReentrantLock> turns =
            Caffeine.newBuilder().weakValues().build(name -> new ReentrantLock(true));
    private final NamedLocks locks;

    Turns(NamedLocks locks) {
        this.locks = locks;
    }

    /**
     * Does this in a transaction of its own, when nobody else does anything under the name of these parts.
     *
     * @throws ServiceException 503 if too many want to
     */
    public <T> T call(Supplier<T> change, String... name) {
        ReentrantLock turn = turns.get(String.join("\n", name));
        if (!await(turn)) {
            throw ServiceException.unavailable("Too many requests want to change this at the same moment.");
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                locks.hold(name);
                return change.get();
            });
        } finally {
            turn.unlock();
        }
    }

    private static boolean await(ReentrantLock turn) {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
