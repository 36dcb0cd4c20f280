package dev.coffer.userdata.address;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Objects;

/**
 * Takes paths and names out of the raw request target, before the framework normalises it: routing would make {@code
 * a/../b} a {@code b}, route {@code ../x} elsewhere and refuse {@code 100%} without a message. Both forms of an
 * address, with and without {@code /api}, reach the same resource (comfy.md sections 0.2 and 5.1).
 */
@ApplicationScoped
public class RawTargetFilter {
    private static final String API = "/api";
    private static final List<String> ALIASES = List.of("/userdata", "/v2/userdata", "/settings", "/users", "/user",
            "/features", "/system_stats");
    private static final String FILES = "/api/userdata/";
    private static final String SETTINGS = "/api/settings/";
    private static final String MOVE = "/move/";
    private static final String KEY = RawTargetFilter.class.getName();

    void install(@Observes Filters filters) {
        filters.register(RawTargetFilter::take, FilterPriorities.RAW_TARGET);
    }

    private static void take(RoutingContext request) {
        String asked = Objects.requireNonNullElse(request.request().path(), "");
        String target = isAlias(asked) ? API + asked : asked;
        if (request.get(KEY) != null) {
            request.next();
        } else if (target.startsWith(FILES)) {
            String rest = target.substring(FILES.length());
            boolean move = request.request().method() == HttpMethod.POST && rest.contains(MOVE);
            handOn(request, rest, move ? FILES + "file/move/dest" : FILES + "file");
        } else if (target.startsWith(SETTINGS)) {
            handOn(request, target.substring(SETTINGS.length()), SETTINGS + "id");
        } else if (!target.equals(asked)) {
            reroute(request, target);
        } else {
            request.next();
        }
    }

    private static boolean isAlias(String path) {
        return ALIASES.stream().anyMatch(alias -> path.equals(alias) || path.startsWith(alias + "/"));
    }

    private static void handOn(RoutingContext request, String rest, String resource) {
        request.put(KEY, rest);
        reroute(request, resource);
    }

    private static void reroute(RoutingContext request, String path) {
        String query = request.request().query();
        request.reroute(query == null ? path : path + "?" + query);
    }

    /**
     * The rest of the address behind its fixed part, as it was sent.
     *
     * @throws NotFoundException if nothing does
     */
    public static String rest(RoutingContext request) {
        String raw = request.get(KEY);
        if (raw == null) {
            throw new NotFoundException();
        }
        return raw;
    }
}
