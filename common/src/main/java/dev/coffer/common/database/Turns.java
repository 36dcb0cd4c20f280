package dev.coffer.common.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.coffer.common.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Serializes transactions by name, in all processes of a service, so that what a transaction has counted is still true
 * when it commits. Waiting for a turn takes no connection.
 */
@ApplicationScoped
public class Turns {
    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(10);

    private final LoadingCache<String, ReentrantLock> turns =
            Caffeine.newBuilder().weakValues().build(name -> new ReentrantLock(true));
    private final NamedLocks locks;
    private final TenantShares shares;

    Turns(NamedLocks locks, TenantShares shares) {
        this.locks = locks;
        this.shares = shares;
    }

    /**
     * Runs this in a transaction of its own, while no other one runs under the name that these parts make.
     *
     * @throws ServiceException 503 if the turn does not come in time
     */
    public <T> T call(Supplier<T> change, String... name) {
        return call(change, Set.of(name(name)));
    }

    /** The same under several names, which {@link #name} makes. */
    public <T> T call(Supplier<T> change, Set<String> names) {
        // The same order for all callers prevents deadlocks.
        List<String> sorted = names.stream().sorted().toList();
        return inTurn(sorted, sorted, change);
    }

    /** The name that parts make together. */
    public static String name(String... parts) {
        return String.join("\n", parts);
    }

    private <T> T inTurn(List<String> left, List<String> all, Supplier<T> change) {
        if (left.isEmpty()) {
            return inTransaction(all, change);
        }
        ReentrantLock turn = turns.get(left.getFirst());
        if (!await(turn)) {
            throw ServiceException.unavailable("Too many requests want to change this at the same moment.");
        }
        try {
            return inTurn(left.subList(1, left.size()), all, change);
        } finally {
            turn.unlock();
        }
    }

    private <T> T inTransaction(List<String> names, Supplier<T> change) {
        try {
            return shares.call(() -> QuarkusTransaction.requiringNew().call(() -> {
                names.forEach(locks::hold);
                return change.get();
            }));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(ReentrantLock turn) {
        try {
            return turn.tryLock(WAIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
