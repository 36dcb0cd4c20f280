package dev.coffer.common.database;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Has a method that {@link ScansRows} wait for its turn, before it waits for anything else. */
@Interceptor
@ScansRows
@Priority(FilterPriorities.SCAN_TURN)
class ScanTurn {
    private final Scans scans;

    ScanTurn(Scans scans) {
        this.scans = scans;
    }

    /** Whoever is in a transaction has a connection already, which nobody else should wait for. */
    @AroundInvoke
    Object inTurn(InvocationContext method) throws Exception {
        return QuarkusTransaction.isActive() ? method.proceed() : scans.shares().call(method::proceed);
    }
}
