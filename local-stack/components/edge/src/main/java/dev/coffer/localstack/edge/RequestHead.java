package dev.coffer.localstack.edge;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;

/** Checks the head of a request before it is forwarded (RFC 9112 section 3.2). */
final class RequestHead {
    /** Paths below these contain names given by users, with any character. */
    private static final List<String> NAMES = List.of("/api/userdata/", "/userdata/", "/api/settings/", "/settings/");

    private RequestHead() {}

    /** The error message; empty for a valid head. */
    static Optional<String> problem(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        boolean allowed = hosts.size() == 1 && !hosts.getFirst().isBlank() && request.authority() != null
                || hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0;
        if (!allowed) {
            return Optional.of("There must be one Host header, with a name or an address.");
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked"))) {
            return Optional.of("Transfer-Encoding must be chunked, once, or absent.");
        }
        if (request.headers().contains("")) {
            return Optional.of("A header must have a name.");
        }
        return parameterised(target(request.uri()))
                ? Optional.of("The path must not contain ';', nor its encoded form.")
                : Optional.empty();
    }

    /**
     * Answers invalid HTTP, such as a body with two lengths, and closes the connection, because the next request cannot
     * be located.
     */
    static void refuseBroken(HttpServerRequest request) {
        int status = switch (request.decoderResult().cause()) {
            case TooLongHttpLineException line -> 414;
            case TooLongHttpHeaderException header -> 431;
            default -> Refusal.INVALID_REQUEST.status();
        };
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(RequestId.HEADER, RequestId.of(request))
                .endHandler(sent -> request.connection().close())
                .end(Refusal.INVALID_REQUEST.json());
    }

    /** The origin form of a target, also of one in absolute form ({@code http://host/path}). */
    static String target(String target) {
        int authority = target.regionMatches(true, 0, "http://", 0, 7) ? 7
                : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        if (authority < 0) {
            return target;
        }
        int slash = target.indexOf('/', authority);
        int query = target.indexOf('?', authority);
        boolean noPath = slash < 0 || query >= 0 && query < slash;
        return noPath ? "/" + (query < 0 ? "" : target.substring(query)) : target.substring(slash);
    }

    private static boolean parameterised(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        boolean found = path.indexOf(';') >= 0 || path.contains("%3B") || path.contains("%3b");
        return found && NAMES.stream().noneMatch(path::startsWith);
    }
}
