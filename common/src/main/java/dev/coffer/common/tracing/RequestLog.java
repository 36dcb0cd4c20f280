package dev.coffer.common.tracing;

import dev.coffer.common.path.DocumentedPaths;
import dev.coffer.common.path.PathTemplate;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Logs a line for each answer, if the level of this category is {@code DEBUG}, with the path template of the OpenAPI
 * document: the actual path can contain the name of a file, or a signed link.
 */
@ApplicationScoped
class RequestLog {
    private static final Logger LOG = Logger.getLogger("dev.coffer.requests");

    private final DocumentedPaths paths;

    RequestLog(DocumentedPaths paths) {
        this.paths = paths;
    }

    void follow(RoutingContext request, RequestTrace trace) {
        if (LOG.isDebugEnabled()) {
            long begun = System.nanoTime();
            request.addEndHandler(end -> CurrentTrace.during(trace, () -> write(request, begun)));
        }
    }

    /**
     * Throws nothing, not even of a malformed path: Vert.x would never free the connection after an exception of an end
     * handler.
     */
    private String path(RoutingContext request) {
        try {
            return paths.find(request.normalizedPath()).map(PathTemplate::text).orElse("(no operation)");
        } catch (IllegalArgumentException e) {
            return "(malformed)";
        }
    }

    private void write(RoutingContext request, long begun) {
        LOG.debugf("%s %s: %d, %d bytes in, %d bytes out, %d ms",
                request.request().method(), path(request), request.response().getStatusCode(),
                request.request().bytesRead(),
                request.response().bytesWritten(), (System.nanoTime() - begun) / 1_000_000);
    }
}
