package dev.coffer.common.caller;

import dev.coffer.common.caller.RequestOrigins.RequestOrigin;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.token.CallerConfig;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses requests in workspaces that are not the caller's, also in operations that do not depend on the workspace:
 * after a 200 a client would conclude that it has access (comfy.md section 0.6). Only in APIs that have workspaces.
 */
public class WorkspaceFilter {
    private final RequestOrigins origins;
    private final CurrentCaller caller;
    private final CallerConfig config;

    WorkspaceFilter(RequestOrigins origins, CurrentCaller caller, CallerConfig config) {
        this.origins = origins;
        this.caller = caller;
        this.config = config;
    }

    /** @throws ServiceException {@code workspace_access_denied}, 403 */
    @ServerRequestFilter(priority = FilterPriorities.WORKSPACE)
    public void check(ResourceInfo operation, UriInfo target) {
        if (config.workspaces() && origins.of(operation, target) == RequestOrigin.CALLER) {
            caller.workspace();
        }
    }
}
