package dev.coffer.common.error;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.path.DocumentedPaths;
import dev.coffer.common.path.PathTemplate;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns exceptions of resources, and of the filters in front of them, into answers; {@link EarlyRefusal} does it for
 * requests that do not reach a resource. 5xx are logged.
 */
@ApplicationScoped
public class ErrorMapper {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final ErrorFormat.ByPath formats;
    private final ObjectMapper json;
    private final DocumentedPaths paths;

    ErrorMapper(ErrorFormat.ByPath formats, ObjectMapper json, DocumentedPaths paths) {
        this.formats = formats;
        this.json = json;
        this.paths = paths;
    }

    @ServerExceptionMapper
    Response refused(ServiceException e, RoutingContext request) {
        return e.code().status() == 404
                ? notFound(request, e.code(), e.getMessage(), e.details())
                : answer(request, e.code(), e.getMessage(), e.details());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    @Priority(FilterPriorities.BEFORE_FRAMEWORK_MAPPERS)
    Response unauthorized(SecurityException e, RoutingContext request) {
        return answer(
                request, ErrorCode.UNAUTHORIZED, "Unauthorized: valid credentials are needed.", Map.of());
    }

    @ServerExceptionMapper(ForbiddenException.class)
    @Priority(FilterPriorities.BEFORE_FRAMEWORK_MAPPERS)
    Response forbidden(ForbiddenException e, RoutingContext request) {
        return answer(request, ErrorCode.FORBIDDEN, "The token is valid but has insufficient access rights.", Map.of());
    }

    @ServerExceptionMapper({OIDCException.class, OidcClientException.class})
    @Priority(FilterPriorities.BEFORE_FRAMEWORK_MAPPERS)
    Response identityProviderDown(RuntimeException e, RoutingContext request) {
        LOG.warnf("The identity provider is out of reach: %s", e.toString());
        return answer(request, ErrorCode.UNAVAILABLE, "The identity provider is out of reach.", Map.of());
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, RoutingContext request) {
        return switch (e.getResponse().getStatus()) {
            case 404, 405 -> notFound(request, ErrorCode.NOT_FOUND, "There is nothing at this path.", Map.of());
            case 406 ->
                answer(request, ErrorCode.NOT_ACCEPTABLE, "Accept allows no type that this path has.", Map.of());
            case 415 ->
                answer(request, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not supported here.", Map.of());
            case 400, 413, 414 -> answer(request, ErrorCode.INVALID_REQUEST, "The request is malformed.", Map.of());
            default -> unexpected(e, request);
        };
    }

    /** A 405 names what the path allows (RFC 9110 section 15.5.6); the framework leaves that out. */
    private Response notFound(RoutingContext request, ErrorCode code, String message, Map<String, Object> details) {
        String method = request.request().method().name();
        return paths.find(request.normalizedPath())
                .map(PathTemplate::methods)
                .filter(allowed -> !allowed.contains(method))
                .map(allowed -> notAllowed(request, method, String.join(", ", allowed)))
                .orElseGet(() -> answer(request, code, message, details));
    }

    private Response notAllowed(RoutingContext request, String method, String allowed) {
        String message = "This path does not allow " + method + ", but " + allowed + ".";
        Response answer = answer(request, ErrorCode.METHOD_NOT_ALLOWED, message, Map.of());
        answer.getHeaders().putSingle(HttpHeaders.ALLOW, allowed);
        return answer;
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, RoutingContext request) {
        return switch (FailureKind.of(e)) {
            case PASSING -> {
                LOG.warn(FailureKind.root(e).toString());
                yield answer(request, ErrorCode.UNAVAILABLE, "Unavailable for the moment, try again.", Map.of());
            }
            case OVERDUE -> {
                LOG.warn(FailureKind.root(e).toString());
                yield answer(request, ErrorCode.UNAVAILABLE,
                        "The database was not done in time: try again, or ask for less at once.", Map.of());
            }
            case CUT_BODY -> answer(request, ErrorCode.INVALID_REQUEST, "The request body ended early.", Map.of());
            case SILENT_BODY ->
                answer(request, ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time.", Map.of());
            case UNSTORABLE_TEXT ->
                answer(request, ErrorCode.INVALID_REQUEST, "A text contains characters that cannot be stored.",
                        Map.of());
            case UNKNOWN -> {
                LOG.error("unexpected", e);
                yield answer(request, ErrorCode.INTERNAL, "Unexpected server error.", Map.of());
            }
        };
    }

    private Response answer(RoutingContext request, ErrorCode code, String message, Map<String, Object> details) {
        ErrorFormat format = formats.of(request.request());
        Response.ResponseBuilder answer = Response.status(format.status(code))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(format.render(json, code, message, details));
        if (code == ErrorCode.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (code == ErrorCode.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, details.get("retry_after"));
        }
        if (code == ErrorCode.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (code == ErrorCode.UNSUPPORTED_MEDIA_TYPE && details.containsKey("accept_encoding")) {
            answer.header(HttpHeaders.ACCEPT_ENCODING, details.get("accept_encoding"));
        }
        if (code == ErrorCode.RANGE_NOT_SATISFIABLE && details.containsKey("size")) {
            answer.header("Content-Range", "bytes */" + details.get("size"));
        }
        return answer.build();
    }
}
