package dev.coffer.asset.create;

import dev.coffer.common.database.NamedLocks;
import dev.coffer.common.database.Turns;
import dev.coffer.common.identity.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Makes those who bring the same content to the same owner come one after another, until their transaction ends. */
@ApplicationScoped
public class ContentLock {
    private final NamedLocks locks;
    private final Turns turns;

    ContentLock(NamedLocks locks, Turns turns) {
        this.locks = locks;
        this.turns = turns;
    }

    /** What {@link Turns} call it. */
    public static String name(Owner owner, String hash) {
        return Turns.name(owner.tenant(), owner.key(), hash);
    }

    /** Does this when nobody else has the lock: in the transaction that there is, or else in one of its own. */
    <T> T holding(Owner owner, String hash, Supplier<T> change) {
        if (!QuarkusTransaction.isActive()) {
            return turns.call(change, name(owner, hash));
        }
        locks.hold(name(owner, hash));
        return change.get();
    }
}
