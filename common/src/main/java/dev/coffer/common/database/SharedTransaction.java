package dev.coffer.common.database;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Has each transaction that a method begins wait for its tenant's share, before the transaction takes a connection. */
abstract class SharedTransaction {
    private final TenantShares shares;

    SharedTransaction(TenantShares shares) {
        this.shares = shares;
    }

    /** A request that waits for a second share while it holds one could wait for itself. */
    @AroundInvoke
    Object share(InvocationContext method) throws Exception {
        return QuarkusTransaction.isActive() ? method.proceed() : shares.call(method::proceed);
    }

    @Interceptor
    @Transactional
    @Priority(FilterPriorities.TENANT_SHARE)
    static class Required extends SharedTransaction {
        Required(TenantShares shares) {
            super(shares);
        }
    }

    @Interceptor
    @Transactional(TxType.REQUIRES_NEW)
    @Priority(FilterPriorities.TENANT_SHARE)
    static class RequiresNew extends SharedTransaction {
        RequiresNew(TenantShares shares) {
            super(shares);
        }
    }
}
