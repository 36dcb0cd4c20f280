package dev.coffer.files.api;

import dev.coffer.common.filter.FilterPriorities;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** JSON answers name no charset, and depend on what the client can unpack (cdf-files.md section 1). */
@Provider
@Priority(FilterPriorities.JSON_HEADERS)
public class JsonHeadersFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // Where a resource sets the status itself the type is not decided yet; it will be JSON.
        boolean undecided = response.hasEntity() && response.getMediaType() == null;
        if (undecided || MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
