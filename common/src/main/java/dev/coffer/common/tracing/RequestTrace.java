package dev.coffer.common.tracing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which a request is found in logs, in other services and in events.
 *
 * @param requestId what its client calls it, or what we call it: 1 to 128 letters, digits and {@code -._:+/=@}
 * @param context its place in a trace
 */
public record RequestTrace(String requestId, TraceContext context) {
    private static final int LONGEST = 128;
    private static final String SAFE = "-._:+/=@";

    /**
     * What the headers of a request say. An id or a trace that is missing, given twice, or not of its form, is replaced
     * by one of ours: it is never an error.
     */
    public static RequestTrace of(List<String> requestIds, List<String> traceparents) {
        Optional<TraceContext> caller = single(traceparents).flatMap(TraceContext::parse);
        Optional<String> requestId = single(requestIds).filter(RequestTrace::isSafe);
        if (caller.isPresent()) {
            return new RequestTrace(requestId.orElseGet(() -> idOf(caller.get())), caller.get().child());
        }
        UUID random = random();
        return new RequestTrace(requestId.orElseGet(random::toString), TraceContext.begun(digits(random)));
    }

    /**
     * Work that an event gives rise to.
     *
     * @param traceparent of the event, if it has one
     */
    public static RequestTrace ofEvent(@Nullable String traceparent) {
        return of(List.of(), traceparent == null ? List.of() : List.of(traceparent));
    }

    /**
     * Work that goes on later, such as a task that a request has left.
     *
     * @param requestId as it was kept, if it was
     * @param traceparent as it was kept, if it was
     */
    public static RequestTrace resumed(@Nullable String requestId, @Nullable String traceparent) {
        return of(
                requestId == null ? List.of() : List.of(requestId),
                traceparent == null ? List.of() : List.of(traceparent));
    }

    /** What other services, events and later work are told. */
    public String traceparent() {
        return context.header();
    }

    private static Optional<String> single(List<String> values) {
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** What could end a line of the log, or look like another one, is not taken. */
    private static boolean isSafe(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestTrace::isSafe);
    }

    private static boolean isSafe(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || SAFE.indexOf(c) >= 0;
    }

    /** Who sends a trace only finds the request by it, too. */
    private static String idOf(TraceContext trace) {
        String id = trace.traceId();
        return String.join(
                "-", id.substring(0, 8), id.substring(8, 12), id.substring(12, 16), id.substring(16, 20),
                id.substring(20));
    }

    /** Version 4; it protects nothing, so it need not be hard to guess. */
    private static UUID random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                random.nextLong() & ~0xf000L | 0x4000L,
                random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    private static String digits(UUID id) {
        return id.toString().replace("-", "");
    }
}
