package dev.coffer.common.http;

import dev.coffer.common.filter.FilterPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Removes {@code Accept} from requests: every path has one media type, and answering with it is better than a refusal
 * (RFC 9110 section 12.5.1). Browsers ask for {@code image/*} for everything that an image element loads.
 */
public class AcceptFilter {
    @ServerRequestFilter(preMatching = true, priority = FilterPriorities.ACCEPT)
    public void forget(RoutingContext request, ContainerRequestContext context) {
        request.request().headers().remove(HttpHeaders.ACCEPT);
        context.getHeaders().remove(HttpHeaders.ACCEPT);
    }
}
