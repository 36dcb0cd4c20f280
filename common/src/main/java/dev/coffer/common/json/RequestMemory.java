package dev.coffer.common.json;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The heap that one request holds, on the account of its tenant, until it ends. */
@RequestScoped
class RequestMemory {
    /** The account of requests without a tenant: those without credentials, and those of other services. */
    private static final String NO_TENANT = "";

    private final JsonBudget budget;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;
    private @Nullable String tenant;
    private long held;
    private long answered;

    RequestMemory(JsonBudget budget, CurrentCaller caller, SecurityIdentity identity) {
        this.budget = budget;
        this.caller = caller;
        this.identity = identity;
    }

    void take(long bytes) {
        budget.take(tenant(), bytes);
        held += bytes;
    }

    void takeNow(long bytes) {
        budget.takeNow(tenant(), bytes);
        held += bytes;
    }

    void answer(long bytes, long ordinary) {
        long before = answered;
        answered += bytes;
        long more = Math.max(0, answered - ordinary) - Math.max(0, before - ordinary);
        if (more > 0) {
            takeNow(more);
        }
    }

    /** The account: that of the tenant, or the one of all requests without a tenant. */
    String tenant() {
        if (tenant == null) {
            tenant = identity.isAnonymous() || identity.hasRole(Caller.INTERNAL) ? NO_TENANT : caller.get().tenant();
        }
        return tenant;
    }

    @PreDestroy
    void release() {
        if (held > 0) {
            budget.release(tenant(), held);
            held = 0;
        }
    }
}
