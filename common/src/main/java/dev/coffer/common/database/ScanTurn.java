package dev.coffer.common.database;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Makes methods with {@link ScansRows} wait for their turn, before they wait for anything else. */
@Interceptor
@ScansRows
@Priority(FilterPriorities.SCAN_TURN)
class ScanTurn {
    private final Scans scans;

    ScanTurn(Scans scans) {
        this.scans = scans;
    }

    /** Inside a transaction there is no waiting: its connection would be held meanwhile. */
    @AroundInvoke
    Object inTurn(InvocationContext method) throws Exception {
        return QuarkusTransaction.isActive() ? method.proceed() : scans.shares().call(method::proceed);
    }
}
