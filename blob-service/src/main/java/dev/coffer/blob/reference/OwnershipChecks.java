package dev.coffer.blob.reference;

import dev.coffer.common.identity.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What callers say of whose a thing is. A service that knows the id of a thing, but not whose it is, has the id from
 * somebody who made it up: to that service the thing is not there, and the operator is told.
 */
@ApplicationScoped
public class OwnershipChecks {
    /** Counts refusals by {@code what} was asked for. */
    public static final String METRIC = "coffer.blob.claims.refused";

    private static final Logger LOG = Logger.getLogger(OwnershipChecks.class);

    private final MeterRegistry metrics;

    OwnershipChecks(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Whether the thing is the owner's that the caller names. @param claimed null if the caller names none */
    public boolean hold(String what, UUID id, Owner actual, @Nullable Owner claimed) {
        return hold(what, id, actual.equals(claimed));
    }

    /** Passes the outcome of a comparison on, after a refusal has been noted. */
    boolean hold(String what, UUID id, boolean holds) {
        if (!holds) {
            LOG.warnf("refused: %s %s is not that of the owner for whom it was asked", what, id);
            metrics.counter(METRIC, "what", what).increment();
        }
        return holds;
    }
}
