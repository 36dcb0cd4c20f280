package dev.coffer.asset.create;

import dev.coffer.common.caller.Owner;
import dev.coffer.common.database.NamedLocks;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes those who bring the same content to the same owner come one after another, until their transaction ends. */
@ApplicationScoped
public class ContentLock {
    private final NamedLocks locks;

    ContentLock(NamedLocks locks) {
        this.locks = locks;
    }

    /** Waits until nobody else has it. */
    public void take(Owner owner, String hash) {
        locks.hold(owner.tenant(), owner.key(), hash);
    }
}
