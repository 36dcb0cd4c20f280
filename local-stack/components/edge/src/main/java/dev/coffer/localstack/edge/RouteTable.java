package dev.coffer.localstack.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps paths to services. Uses the raw path, because {@code a/b}, {@code a%2Fb} and {@code a//b} differ for the
 * services.
 */
final class RouteTable {
    private static final List<String> NEVER = List.of("/internal*", "/q*");

    private final List<Route> routes = new ArrayList<>();

    RouteTable() {
        add(Upstream.FILES, "/api/v1/*", "/openapi/files", "/openapi/files.json", "/openapi/files.yaml",
                "/openapi/files.yml");
        add(Upstream.BLOB, "/blob/*");
        add(Upstream.USERDATA, "/api/userdata*", "/api/v2/userdata*", "/api/user", "/api/users", "/api/settings*",
                "/api/auth/*", "/api/keys*", "/api/operator/*", "/api/usage", "/api/features", "/api/system_stats",
                "/api/workspaces/*",
                "/userdata*", "/v2/userdata*", "/user", "/users", "/settings*", "/features", "/system_stats", "/docs*",
                "/openapi/userdata", "/openapi/userdata.json", "/openapi/userdata.yaml", "/openapi/userdata.yml");
        add(Upstream.ASSET, "/api/assets*", "/api/v2/assets*", "/api/tags", "/api/upload/*", "/api/view",
                "/api/tasks*", "/api/jobs/*", "/api/files/mask-layers", "/upload/*", "/view",
                "/openapi/assets", "/openapi/assets.json", "/openapi/assets.yaml", "/openapi/assets.yml");
    }

    /** The service for a request target as it stands in the request line; empty if the target is not public. */
    Optional<Upstream> find(String target) {
        String path = pathOf(target);
        if (escapes(path)) {
            return Optional.empty();
        }
        return routes.stream().filter(route -> matches(route.pattern(), path)).map(Route::upstream).findFirst();
    }

    private void add(Upstream upstream, String... patterns) {
        for (String pattern : patterns) {
            routes.add(new Route(pattern, upstream));
        }
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** {@code /a*}: that path and all below it; {@code /a/*}: all below it; else that path alone. */
    private static boolean matches(String pattern, String path) {
        if (pattern.endsWith("/*")) {
            return path.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        if (pattern.endsWith("*")) {
            String prefix = pattern.substring(0, pattern.length() - 1);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
        return path.equals(pattern);
    }

    // The services resolve ".." with the same function before routing: a path that looks like user data here could be
    // an internal one there.
    private static boolean escapes(String path) {
        if (!path.startsWith("/")) {
            return true;
        }
        try {
            String resolved = VertxInternals.normalized(path);
            return NEVER.stream().anyMatch(pattern -> matches(pattern, resolved));
        } catch (IllegalArgumentException malformedEscape) {
            return false;
        }
    }

    private record Route(String pattern, Upstream upstream) {}

    /** The services behind the edge, in the order of their ports. */
    enum Upstream {
        ASSET, USERDATA, FILES, BLOB
    }
}
