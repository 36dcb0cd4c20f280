package dev.coffer.common.tracing;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Reads the id and the trace of each request, or generates them. Every answer, errors included, has the id of the log
 * as {@code x-request-id} (cdf-files.md section 1).
 */
@ApplicationScoped
public class RequestTraceFilter {
    private static final String KEY = RequestTraceFilter.class.getName();

    private final RequestLog log;

    RequestTraceFilter(RequestLog log) {
        this.log = log;
    }

    void install(@Observes Filters filters) {
        filters.register(this::begin, FilterPriorities.REQUEST_ID);
    }

    private void begin(RoutingContext request) {
        boolean first = request.get(KEY) == null;
        RequestTrace trace = assign(request);
        if (first) {
            log.follow(request, trace);
        }
        request.next();
    }

    /**
     * Gives a request its trace, if it has none yet, and writes it to the answer: a reroute forgets what was written.
     */
    public static RequestTrace assign(RoutingContext request) {
        RequestTrace trace = request.get(KEY);
        if (trace == null) {
            MultiMap headers = request.request().headers();
            trace = RequestTrace.of(
                    headers.getAll(CurrentTrace.REQUEST_ID_HEADER), headers.getAll(CurrentTrace.TRACEPARENT));
            request.put(KEY, trace);
            CurrentTrace.set(trace);
        }
        request.response().putHeader(CurrentTrace.REQUEST_ID_HEADER, trace.requestId());
        request.response().putHeader("X-Content-Type-Options", "nosniff");
        return trace;
    }
}
