package dev.coffer.common.error;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** What a 405 has to name in its header {@code Allow} (RFC 9110 section 15.5.6); the framework leaves it out. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** The methods that the path of the current request has. */
    static String ofCurrentPath() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        Set<String> methods = new TreeSet<>();
        RequestMapper<InitialMatch> classes = new RequestMapper<>(request.getDeployment().getClassMappers());
        RequestMapper.RequestMatch<InitialMatch> match = classes.map(request.getPathWithoutPrefix());
        if (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    collect(routing.getMappers(), match.remaining.isEmpty() ? "/" : match.remaining, methods);
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static void collect(
            Map<String, RequestMapper<RuntimeResource>> mappers, String path, Set<String> methods) {
        mappers.forEach((method, mapper) -> {
            if (method != null && mapper.map(path) != null) {
                methods.add(method);
            }
        });
    }
}
