package dev.coffer.blob.reference;

import dev.coffer.common.identity.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the owner that a calling service states for a reference or an upload. A service that states a wrong owner
 * has got the id from a client that guessed or stole it: the caller answers as if there were no such resource, and the
 * refusal is logged and counted.
 */
@Startup
@ApplicationScoped
public class OwnershipChecks {
    /** The counter of refusals, with the kind of resource as the tag {@code what}. */
    public static final String METRIC = "coffer.blob.claims.refused";

    private static final Logger LOG = Logger.getLogger(OwnershipChecks.class);

    private final MeterRegistry metrics;

    OwnershipChecks(MeterRegistry metrics) {
        this.metrics = metrics;
        // A rise from nothing would not be seen as one.
        List.of("reference", "upload", "client").forEach(what -> metrics.counter(METRIC, "what", what));
    }

    /**
     * Whether a resource belongs to the owner that the caller states.
     *
     * @param claimed the owner that the caller states, if any
     */
    public boolean verify(String what, UUID id, Owner actual, @Nullable Owner claimed) {
        return verify(what, id, actual.equals(claimed));
    }

    /** Returns the outcome of a comparison, after a refusal has been logged and counted. */
    boolean verify(String what, UUID id, boolean matches) {
        if (!matches) {
            LOG.warnf("refused: %s %s is not that of the owner for whom it was asked", what, id);
            metrics.counter(METRIC, "what", what).increment();
        }
        return matches;
    }
}
