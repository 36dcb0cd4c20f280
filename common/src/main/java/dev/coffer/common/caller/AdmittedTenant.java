package dev.coffer.common.caller;

import dev.coffer.common.framework.FrameworkInternals;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose request is being served, if that is clear by now. Never asks who it is: that could need what is waited for. */
@ApplicationScoped
public class AdmittedTenant {
    private final CurrentCaller caller;

    AdmittedTenant(CurrentCaller caller) {
        this.caller = caller;
    }

    /** Empty outside of requests, for other services, and until somebody has asked who calls. */
    public Optional<String> name() {
        return FrameworkInternals.isServingRequest()
                ? caller.admitted().filter(known -> known.kind() == Caller.Kind.USER).map(Caller::tenant)
                : Optional.empty();
    }
}
