package dev.coffer.common.caller;

import dev.coffer.common.framework.FrameworkInternals;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose request is being served, if that is clear by now. Never asks who it is: that could need what is waited for. */
@ApplicationScoped
public class AdmittedTenant {
    private final Admission admission;

    AdmittedTenant(Admission admission) {
        this.admission = admission;
    }

    /** The request is within the limits of this caller. */
    public void admit(Caller caller) {
        if (caller.kind() == Caller.Kind.USER) {
            admission.of(caller.tenant());
        }
    }

    /** Empty outside of requests, for other services and links, and until the request was admitted. */
    public Optional<String> name() {
        return FrameworkInternals.isServingRequest() ? admission.tenant() : Optional.empty();
    }
}
