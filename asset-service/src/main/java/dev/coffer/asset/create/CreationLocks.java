package dev.coffer.asset.create;

import dev.coffer.common.database.NamedLocks;
import dev.coffer.common.database.Turns;
import dev.coffer.common.identity.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serializes creations with the same content and owner, or with the same idempotency key, until their transaction ends.
 */
@ApplicationScoped
public class CreationLocks {
    private final NamedLocks locks;
    private final Turns turns;

    CreationLocks(NamedLocks locks, Turns turns) {
        this.locks = locks;
        this.turns = turns;
    }

    /** The name under which {@link Turns} know the content of an owner. */
    public static String content(Owner owner, String hash) {
        return Turns.name(owner.tenant(), owner.key(), hash);
    }

    /** Runs this with the locks held, in the current transaction if there is one, else in one of its own. */
    <T> T holding(Owner owner, String hash, @Nullable String idempotencyKey, Supplier<T> change) {
        Set<String> names = idempotencyKey == null
                ? Set.of(content(owner, hash))
                : Set.of(content(owner, hash), Turns.name("key", owner.tenant(), owner.key(), idempotencyKey));
        if (!QuarkusTransaction.isActive()) {
            return turns.call(change, names);
        }
        names.stream().sorted().forEach(locks::hold);
        return change.get();
    }
}
