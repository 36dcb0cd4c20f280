package dev.coffer.common.caller;

import dev.coffer.common.caller.RequestOrigins.RequestOrigin;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.token.SeenTokens;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes the token of each caller that was let in. */
public class SeenTokenFilter {
    private final RequestOrigins origins;
    private final CurrentCaller caller;
    private final SeenTokens seen;

    SeenTokenFilter(RequestOrigins origins, CurrentCaller caller, SeenTokens seen) {
        this.origins = origins;
        this.caller = caller;
        this.seen = seen;
    }

    @ServerRequestFilter(priority = FilterPriorities.SEEN_TOKEN)
    public void see(ResourceInfo operation, UriInfo target) {
        if (origins.of(operation, target) == RequestOrigin.CALLER) {
            caller.token().ifPresent(token -> seen.see(caller.get(), token));
        }
    }
}
