package dev.coffer.asset.api;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * The open-source server has its older operations without {@code /api} as well, and clients use that (comfy.md section
 * 0.2).
 */
@ApplicationScoped
class UnprefixedPaths {
    private static final Set<String> PATHS = Set.of("/view", "/upload/image", "/upload/mask");

    void install(@Observes Filters filters) {
        filters.register(UnprefixedPaths::lead, FilterPriorities.UNPREFIXED_PATH);
    }

    private static void lead(RoutingContext request) {
        String path = request.request().path();
        String query = request.request().query();
        if (PATHS.contains(path)) {
            request.reroute("/api" + path + (query == null ? "" : "?" + query));
        } else {
            request.next();
        }
    }
}
