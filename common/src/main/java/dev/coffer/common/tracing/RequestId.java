package dev.coffer.common.tracing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Gives every answer, errors included, an {@code x-request-id}, the one in the log (cdf-files.md section 1). */
@ApplicationScoped
public class RequestId {
    private static final String HEADER = "x-request-id";
    private static final int BEFORE_EVERYTHING = 1000;

    void install(@Observes Filters filters) {
        filters.register(request -> {
            assign(request);
            request.next();
        }, BEFORE_EVERYTHING);
    }

    /** Gives a request its id, if it has none yet, and writes it to the answer: a reroute forgets what was written. */
    public static void assign(RoutingContext request) {
        String id = of(request) == null ? UUID.randomUUID().toString() : of(request);
        request.put(HEADER, id);
        request.response().putHeader(HEADER, id);
        request.response().putHeader("X-Content-Type-Options", "nosniff");
    }

    /** The id of this request. */
    public static String of(RoutingContext request) {
        return request.get(HEADER);
    }
}
