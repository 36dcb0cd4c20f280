package dev.coffer.common.credential;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.signing.TransferLinks;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Two credentials in one request are ambiguous: 400, whichever would be valid. A signed link needs none at all. */
@Provider
@PreMatching
@Priority(FilterPriorities.ONE_CREDENTIAL)
public class OneCredentialFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        boolean twoHeaders = headers(request, HttpHeaders.AUTHORIZATION) > 1
                || headers(request, ApiKeyMechanism.HEADER) > 1;
        boolean both = headers(request, HttpHeaders.AUTHORIZATION) > 0
                && headers(request, ApiKeyMechanism.HEADER) > 0;
        if ((twoHeaders || both) && !TransferLinks.isLink(request.getUriInfo().getPath())) {
            throw new ServiceException(
                    ErrorCode.INVALID_REQUEST, "Send one credential: either X-API-Key or Authorization, once.");
        }
    }

    private static int headers(ContainerRequestContext request, String name) {
        return request.getHeaders().getOrDefault(name, java.util.List.of()).size();
    }
}
