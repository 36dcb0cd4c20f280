package dev.coffer.common.http;

import dev.coffer.common.error.EarlyRefusal;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses requests whose head is invalid for any operation, with 400 in the format of the API: without exactly one
 * host, with a body whose end is unknown, or with headers that are too long (RFC 9112 sections 3.2, 3.3 and 6).
 */
@ApplicationScoped
class RequestHeadFilter {
    private static final String ALL_OF_THE_SERVER = "*";
    private static final String HOST = "There must be one Host header, with a name or an address.";
    private static final String CHUNKED = "chunked";
    /** Bytes that lists and credentials may have; what else is longer would be read for nothing. */
    private static final Map<String, Integer> LONGEST = Map.of(
            "Authorization", 32 << 10,
            "Cookie", 32 << 10,
            "X-Comfy-Workspace-ID", 1 << 10,
            "If-Match", 8 << 10,
            "If-None-Match", 8 << 10,
            "Access-Control-Request-Headers", 4 << 10,
            "Content-Type", 1 << 10,
            "Content-Encoding", 100);

    private final EarlyRefusal refusal;

    RequestHeadFilter(EarlyRefusal refusal) {
        this.refusal = refusal;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, FilterPriorities.REQUEST_HEAD);
    }

    /** What has no usable host, or no path, the framework turns down ahead of all filters. */
    void install(@Observes Router router) {
        router.route().order(FilterPriorities.FAILED_HEAD).failureHandler(this::turnedDown);
    }

    private void turnedDown(RoutingContext context) {
        String target = context.request().uri();
        if (context.response().headWritten()) {
            context.next();
        } else if (context.request().authority() == null && context.statusCode() == 400) {
            refusal.send(context, ErrorCode.INVALID_REQUEST, HOST);
        } else if (context.request().method() == HttpMethod.OPTIONS && target.equals(ALL_OF_THE_SERVER)) {
            context.response().setStatusCode(204).end();
        } else if (origin(target).isEmpty()) {
            refusal.send(context, ErrorCode.INVALID_REQUEST, "The request must name a path that begins with a slash.");
        } else if (context.statusCode() == 404) {
            refusal.send(context, ErrorCode.NOT_FOUND, "There is nothing at this path.");
        } else {
            context.next();
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!bodyEnds(request)) {
            refusal.sendAndClose(context, ErrorCode.INVALID_REQUEST,
                    "Transfer-Encoding must be chunked, once, or absent.");
            return;
        }
        Optional<String> problem = problem(request);
        Optional<String> path = origin(request.uri());
        if (problem.isPresent()) {
            refusal.send(context, ErrorCode.INVALID_REQUEST, problem.get());
        } else if (path.isPresent() && !path.get().equals(request.uri())) {
            context.reroute(path.get());
        } else {
            context.next();
        }
    }

    private static boolean bodyEnds(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty() || codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase(CHUNKED);
    }

    static Optional<String> problem(HttpServerRequest request) {
        MultiMap headers = request.headers();
        // None at all comes this far in HTTP/1.0 only, where it is allowed.
        List<String> hosts = headers.getAll(HttpHeaders.HOST);
        if (hosts.size() > 1 || hosts.stream().anyMatch(String::isBlank)) {
            return Optional.of(HOST);
        }
        if (headers.contains("")) {
            return Optional.of("A header must have a name.");
        }
        return LONGEST.entrySet().stream()
                .filter(field -> length(headers.getAll(field.getKey())) > field.getValue())
                .findFirst()
                .map(field -> field.getKey() + " must have at most " + field.getValue() + " bytes.");
    }

    private static int length(List<String> values) {
        return values.stream().mapToInt(String::length).sum();
    }

    /**
     * A target as it is sent to the server itself, where that of a proxy ({@code http://host/path}) means the same;
     * empty if it has no path (RFC 9112 section 3.2).
     */
    static Optional<String> origin(String target) {
        if (target.startsWith("/")) {
            return Optional.of(target);
        }
        int authority = target.regionMatches(true, 0, "http://", 0, 7) ? 7
                : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        int slash = target.indexOf('/', Math.max(0, authority));
        int query = target.indexOf('?');
        if (authority < 0 || slash == authority) {
            return Optional.empty();
        }
        boolean noPath = slash < 0 || query >= 0 && query < slash;
        return Optional.of(noPath ? "/" + (query < 0 ? "" : target.substring(query)) : target.substring(slash));
    }
}
