package dev.coffer.common.error;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * What a 405 has to name in its header {@code Allow} (RFC 9110 section 15.5.6); the framework leaves it out. Where a
 * word stands in a path and also could be taken for an id, the word is meant: {@code /assets/from-hash} is no asset.
 */
@Singleton
class AllowedMethods {
    /** @param literals how many characters of the path it fixes: the most of them decide what the path is */
    private record Route(String method, int literals) {}

    private volatile RequestMapper<InitialMatch> known;

    /** The methods of the current path, if that of the current request is not among them and there are some. */
    Optional<String> otherThan(String method) {
        Set<String> methods = ofCurrentPath();
        return methods.isEmpty() || methods.contains(method) ? Optional.empty() : Optional.of(String.join(", ", methods));
    }

    private Set<String> ofCurrentPath() {
        List<Route> routes = routes(CurrentRequestManager.get());
        int most = routes.stream().mapToInt(Route::literals).max().orElse(0);
        Set<String> methods = routes.stream()
                .filter(route -> route.literals == most)
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private List<Route> routes(ResteasyReactiveRequestContext request) {
        List<Route> routes = new ArrayList<>();
        String path = request.getPathWithoutPrefix();
        RequestMapper<InitialMatch> classes = classes(request);
        for (RequestMatch<InitialMatch> match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    collect(routing.getMappers(), match, routes);
                }
            }
        }
        return routes;
    }

    /** Those of the framework, built once more: its own are out of reach. They are known from the first request on. */
    private RequestMapper<InitialMatch> classes(ResteasyReactiveRequestContext request) {
        if (known == null) {
            known = new RequestMapper<>(request.getDeployment().getClassMappers());
        }
        return known;
    }

    private static void collect(
            Map<String, RequestMapper<RuntimeResource>> mappers, RequestMatch<InitialMatch> start, List<Route> routes) {
        String rest = start.remaining.isEmpty() ? "/" : start.remaining;
        mappers.forEach((method, mapper) -> {
            RequestMatch<RuntimeResource> match = method == null ? null : mapper.map(rest);
            if (match != null) {
                routes.add(new Route(method, start.template.literalCharacterCount + match.template.literalCharacterCount));
            }
        });
    }
}
