package dev.coffer.common.limit;

import dev.coffer.common.caller.AdmittedTenant;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.caller.RequestOrigins;
import dev.coffer.common.caller.SignedLinks;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts every request once, for its caller or for the tenant of its signed link, and has it wait for its turn.
 * Operations that are open to all, and requests of other services, are not counted.
 */
public class RequestLimitFilter {
    private final RequestOrigins origins;
    private final CurrentCaller caller;
    private final Instance<SignedLinks> links;
    private final RateLimits limits;
    private final AdmittedTenant admitted;
    private final RequestTurns turns;

    RequestLimitFilter(RequestOrigins origins, CurrentCaller caller, Instance<SignedLinks> links, RateLimits limits,
            AdmittedTenant admitted, RequestTurns turns) {
        this.origins = origins;
        this.caller = caller;
        this.links = links;
        this.limits = limits;
        this.admitted = admitted;
        this.turns = turns;
    }

    /** @throws ServiceException {@code TOO_MANY_REQUESTS}, 429 */
    @ServerRequestFilter(priority = FilterPriorities.REQUEST_LIMIT)
    public void admit(ResourceInfo operation, UriInfo target) {
        switch (origins.of(operation, target)) {
            case CALLER -> admit(caller.get());
            case LINK -> links.get().maker(target).ifPresent(this::admit);
            case ANYONE, SERVICE -> {}
        }
    }

    private void admit(Caller known) {
        limits.admit(known.tenant(), caller.credential());
        admitted.admit(known);
        turns.await(known.tenant());
    }

    private void admit(SignedLinks.Maker maker) {
        limits.admitLink(maker.tenant(), maker.link());
        turns.await(maker.tenant());
    }
}
