package dev.coffer.common.caller;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;

/**
 * Finds out what authorizes each request. An operation needs a caller unless it is annotated otherwise:
 * {@link PermitAll} opens it to all, {@link OpenedByLink} to requests with a signed link.
 */
@ApplicationScoped
public class RequestOrigins {
    private final Instance<SignedLinks> links;
    private final CurrentCaller caller;

    RequestOrigins(Instance<SignedLinks> links, CurrentCaller caller) {
        this.links = links;
        this.caller = caller;
    }

    public RequestOrigin of(ResourceInfo operation, UriInfo target) {
        if (has(PermitAll.class, operation)) {
            return RequestOrigin.ANYONE;
        }
        if (has(OpenedByLink.class, operation) && links.get().isIn(target)) {
            return RequestOrigin.LINK;
        }
        return caller.isService() ? RequestOrigin.SERVICE : RequestOrigin.CALLER;
    }

    private static boolean has(Class<? extends Annotation> annotation, ResourceInfo operation) {
        return operation.getResourceMethod().isAnnotationPresent(annotation)
                || operation.getResourceClass().isAnnotationPresent(annotation);
    }

    /** What authorizes a request. */
    public enum RequestOrigin {
        /** Nothing: the operation is open to all. */
        ANYONE,
        /** A signed link. */
        LINK,
        /** The token of another service, which is responsible for its own callers. */
        SERVICE,
        /** The credentials of its caller. */
        CALLER
    }
}
