package dev.coffer.common.audit;

import dev.coffer.common.audit.AuditEntry.Who;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.caller.RequestOrigins;
import dev.coffer.common.caller.SignedLinks;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.path.DocumentedPaths;
import dev.coffer.common.path.PathTemplate;
import dev.coffer.common.token.CallerConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Begins the entry of each request of a client that may change something. What services ask of each other is in the
 * entry of the service that was asked first, under the same request id.
 */
public class AuditFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** The part of a path that is a signed link. */
    private static final String LINK = "token";

    private final AuditTrail trail;
    private final RequestOrigins origins;
    private final CurrentCaller caller;
    private final Instance<SignedLinks> links;
    private final DocumentedPaths paths;
    private final CallerConfig config;
    private final RoutingContext request;

    AuditFilter(AuditTrail trail, RequestOrigins origins, CurrentCaller caller, Instance<SignedLinks> links,
            DocumentedPaths paths, CallerConfig config, RoutingContext request) {
        this.trail = trail;
        this.origins = origins;
        this.caller = caller;
        this.links = links;
        this.paths = paths;
        this.config = config;
        this.request = request;
    }

    @ServerRequestFilter(priority = FilterPriorities.AUDIT)
    public void begin(ResourceInfo operation, UriInfo target) {
        String method = request.request().method().name();
        if (READING.contains(method) || operation.getResourceMethod().isAnnotationPresent(ReadsOnly.class)
                || !trail.isOn()) {
            return;
        }
        Optional<Who> who = switch (origins.of(operation, target)) {
            case CALLER -> Optional.of(who(caller.get()));
            case LINK -> links.get().maker(target)
                    .map(maker -> new Who(maker.tenant(), null, "link", maker.link(), null));
            case ANYONE -> Optional.of(new Who(null, null, "none", null, null));
            case SERVICE -> Optional.empty();
        };
        who.ifPresent(known -> trail.follow(new AuditEntry(
                known, method + " " + path(request.normalizedPath()), ids(target))));
    }

    private Who who(Caller known) {
        String by = known.byKey() ? caller.apiKey().isPresent() ? "key" : "session" : "token";
        String credential = by.equals("key") ? caller.credential() : null;
        return new Who(known.tenant(), known.subject(), by, credential, workspace());
    }

    /** Absent where it is not the caller's, too: the filter behind this one refuses the request. */
    private @Nullable String workspace() {
        try {
            return config.workspaces() ? caller.workspace().key() : null;
        } catch (ServiceException refused) {
            return null;
        }
    }

    private String path(String path) {
        return paths.find(path).map(PathTemplate::text).orElse("(no operation)");
    }

    private static Map<String, String> ids(UriInfo target) {
        Map<String, String> ids = new TreeMap<>();
        target.getPathParameters().forEach((name, values) -> {
            // Names of user files and settings are taken out of the path before; what is left there is no name.
            if (!name.equals(LINK) && !name.equals(values.getFirst())) {
                ids.put(name, values.getFirst());
            }
        });
        return ids;
    }
}
