package dev.coffer.blob;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Allows pages of any origin to use signed links. A link needs no cookie, so that a page of another origin gains
 * nothing but what the link permits anyway (cdf-files.md section 1).
 */
@ApplicationScoped
class CorsFilter {
    void install(@Observes Filters filters) {
        filters.register(CorsFilter::answer, FilterPriorities.LINK_CORS);
    }

    private static void answer(RoutingContext request) {
        String path = request.request().path();
        if (path == null || !path.startsWith("/blob/")) {
            request.next();
            return;
        }
        HttpServerResponse response = request.response();
        response.putHeader("Access-Control-Allow-Origin", "*");
        response.putHeader("Access-Control-Expose-Headers", "ETag, Content-Range, Content-Length, x-request-id");
        if (request.request().method() != HttpMethod.OPTIONS) {
            request.next();
            return;
        }
        String asked = request.request().getHeader("Access-Control-Request-Headers");
        response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, PUT, OPTIONS");
        response.putHeader("Access-Control-Allow-Headers", asked == null ? "*" : asked);
        response.putHeader("Access-Control-Max-Age", "86400");
        response.setStatusCode(204).end();
    }
}
