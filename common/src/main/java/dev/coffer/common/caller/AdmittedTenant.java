package dev.coffer.common.caller;

import dev.coffer.common.identity.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose request is being served, if that is clear by now. Never asks who it is: that could need what is waited for. */
@ApplicationScoped
public class AdmittedTenant {
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;

    AdmittedTenant(CurrentCaller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** Empty outside of requests, for other services, and until somebody has asked who calls. */
    public Optional<String> name() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null
                ? caller.admitted().filter(known -> known.kind() == Caller.Kind.USER).map(Caller::tenant)
                : Optional.empty();
    }
}
