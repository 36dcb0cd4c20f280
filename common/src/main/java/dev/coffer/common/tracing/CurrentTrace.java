package dev.coffer.common.tracing;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.MDC;

/**
 * The trace of the current work. It is kept in the diagnostic context of the log (MDC), which the framework passes
 * along for a request; other threads get it by {@link #carried(Callable)}.
 */
public final class CurrentTrace {
    /** The field of the log, and the header of requests and answers. */
    public static final String REQUEST_ID_HEADER = "x-request-id";
    /** The header of requests, and the attribute of events. */
    public static final String TRACEPARENT = "traceparent";

    private static final String REQUEST_ID = "requestId";
    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";
    private static final String SAMPLED = "sampled";

    private CurrentTrace() {}

    /** The trace that this thread works for; empty if none. */
    public static Optional<RequestTrace> get() {
        Object requestId = MDC.get(REQUEST_ID);
        return requestId == null ? Optional.empty() : Optional.of(new RequestTrace(requestId.toString(), context()));
    }

    private static TraceContext context() {
        return new TraceContext(
                MDC.get(TRACE_ID).toString(), MDC.get(SPAN_ID).toString(),
                Boolean.parseBoolean(MDC.get(SAMPLED).toString()));
    }

    /** From now on that is worked on. */
    static void set(RequestTrace trace) {
        MDC.put(TRACE_ID, trace.context().traceId());
        MDC.put(SPAN_ID, trace.context().spanId());
        MDC.put(SAMPLED, Boolean.toString(trace.context().sampled()));
        MDC.put(REQUEST_ID, trace.requestId());
    }

    private static void clear() {
        MDC.remove(REQUEST_ID);
        MDC.remove(TRACE_ID);
        MDC.remove(SPAN_ID);
        MDC.remove(SAMPLED);
    }

    /** Runs work for a trace, and restores the previous one afterwards. */
    public static void during(RequestTrace trace, Runnable work) {
        Optional<RequestTrace> before = get();
        set(trace);
        try {
            work.run();
        } finally {
            before.ifPresentOrElse(CurrentTrace::set, CurrentTrace::clear);
        }
    }

    /** The same work, to be done by another thread, for what is worked on now. */
    public static <T> Callable<T> carried(Callable<T> work) {
        Optional<RequestTrace> trace = get();
        if (trace.isEmpty()) {
            return work;
        }
        return () -> {
            Optional<RequestTrace> before = get();
            set(trace.get());
            try {
                return work.call();
            } finally {
                before.ifPresentOrElse(CurrentTrace::set, CurrentTrace::clear);
            }
        };
    }

    /** The same for work without a result. */
    public static Runnable carried(Runnable work) {
        return get().<Runnable>map(trace -> () -> during(trace, work)).orElse(work);
    }

    /** Tells another service on what it works. */
    public static void addTo(HttpRequest.Builder request) {
        get().ifPresent(trace -> request
                .setHeader(REQUEST_ID_HEADER, trace.requestId())
                .setHeader(TRACEPARENT, trace.traceparent()));
    }
}
