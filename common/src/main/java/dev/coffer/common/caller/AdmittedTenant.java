package dev.coffer.common.caller;

import dev.coffer.common.framework.FrameworkInternals;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenant of the request that is being served, for limits on shared resources. It is recorded when the request is
 * admitted, and never found out on demand: verifying the caller may need a database connection, and those who ask here
 * are about to wait for one, so that both could wait for each other.
 */
@ApplicationScoped
public class AdmittedTenant {
    private final Admission admission;

    AdmittedTenant(Admission admission) {
        this.admission = admission;
    }

    /** Records that the request is within the rate limits of this caller. */
    public void admit(Caller caller) {
        if (caller.kind() == Caller.Kind.USER) {
            admission.of(caller.tenant());
        }
    }

    /** Empty outside of requests, in requests of services or by signed link, and before the request is admitted. */
    public Optional<String> name() {
        return FrameworkInternals.isServingRequest() ? admission.tenant() : Optional.empty();
    }

    /** The state of one request behind {@link AdmittedTenant}: its tenant, once it is admitted. */
    @RequestScoped
    static class Admission {
        private volatile @Nullable String tenant;

        void of(String tenant) {
            this.tenant = tenant;
        }

        Optional<String> tenant() {
            return Optional.ofNullable(tenant);
        }
    }
}
