package dev.coffer.userdata.file;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotFoundException;
import java.util.List;

/**
 * Takes the path of a user file out of the raw request target, before the framework normalises it: routing would
 * make {@code a/../b} a {@code b}, send {@code ../x} elsewhere and refuse {@code 100%} without a word. Both forms
 * of the address, with and without {@code /api}, arrive at the one resource.
 */
@ApplicationScoped
class UserFileTargets {
    private static final int BEFORE_ROUTING = 950;
    private static final List<String> PREFIXES = List.of("/api/userdata/", "/userdata/");
    private static final String RESOURCE = "/api/userdata/file";
    private static final String KEY = UserFileTargets.class.getName();

    void install(@Observes Filters filters) {
        filters.register(UserFileTargets::take, BEFORE_ROUTING);
    }

    private static void take(RoutingContext request) {
        String target = request.request().path();
        boolean taken = request.get(KEY) != null;
        String prefix = PREFIXES.stream().filter(target::startsWith).findFirst().orElse(null);
        if (taken || prefix == null) {
            request.next();
            return;
        }
        request.put(KEY, target.substring(prefix.length()));
        String query = request.request().query();
        request.reroute(query == null ? RESOURCE : RESOURCE + "?" + query);
    }

    /** The path that the request names. @throws NotFoundException if its target has none of the two forms */
    static UserPath path(RoutingContext request) {
        String raw = request.get(KEY);
        if (raw == null) {
            throw new NotFoundException();
        }
        return UserPath.ofTarget(raw);
    }
}
