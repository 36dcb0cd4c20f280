package dev.coffer.common.http;

import dev.coffer.common.error.EarlyRefusal;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Browsers leave some characters of a query as they are, such as braces (URL standard, query percent-encode set);
 * here they are encoded. Answers requests whose target is no URI, such as {@code /a%zz}, in the words of the API: the
 * framework, which would refuse them with an empty 400 of its own, was told not to (see
 * {@link dev.coffer.common.framework.FrameworkInternals}). Parameters of a path ({@code /a;b}) mean nothing here and
 * are refused, too.
 */
@ApplicationScoped
class RequestTargetFilter {
    private static final Pattern LEFT_BY_BROWSERS = Pattern.compile("[{}|^`\\[\\]\\\\]");

    private final EarlyRefusal refusal;

    RequestTargetFilter(EarlyRefusal refusal) {
        this.refusal = refusal;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, FilterPriorities.REQUEST_TARGET);
    }

    private void check(RoutingContext request) {
        String uri = request.request().uri();
        if (parameterised(uri)) {
            refusal.send(request, ErrorCode.INVALID_REQUEST, "The path must not contain ';', nor its encoded form.");
        } else if (wellFormed(request, uri)) {
            request.next();
        } else if (wellFormed(request, encoded(uri))) {
            request.reroute(request.request().method(), encoded(uri));
        } else {
            refusal.send(request, ErrorCode.INVALID_REQUEST, "The address of the request is malformed.");
        }
    }

    /** Routing and the policies of paths do not agree on what follows a semicolon; names of users never come here. */
    static boolean parameterised(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.indexOf(';') >= 0 || path.contains("%3B") || path.contains("%3b");
    }

    private static String encoded(String uri) {
        int query = uri.indexOf('?');
        return query < 0
                ? uri
                : uri.substring(0, query) + LEFT_BY_BROWSERS.matcher(uri.substring(query)).replaceAll(
                        found -> "%" + HexFormat.of().withUpperCase().toHexDigits((byte) found.group().charAt(0)));
    }

    private static boolean wellFormed(RoutingContext request, String uri) {
        try {
            request.normalizedPath();
            new URI(uri);
            return true;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }
}
