package dev.coffer.common.error;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;

/**
 * Answers 503 while the identity provider has never been reachable, where the framework would answer 500. Calls of
 * {@code /internal} are authorized ahead of all resources, and so ahead of the error mapper.
 */
@ApplicationScoped
class IdentityProviderFailureHandler {
    private final ErrorMapper errors;

    IdentityProviderFailureHandler(ErrorMapper errors) {
        this.errors = errors;
    }

    void install(@Observes Router router) {
        router.route("/internal/*").order(FilterPriorities.FAILED_IDENTITY_PROVIDER).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (request.failure() instanceof OIDCException e && !request.response().headWritten()) {
            send(errors.identityProviderDown(e, request), request.response());
        } else {
            request.next();
        }
    }

    private static void send(Response answer, HttpServerResponse response) {
        response.setStatusCode(answer.getStatus());
        answer.getHeaders()
                .forEach((name, values) -> values.forEach(value -> response.headers().add(name, value.toString())));
        response.end(answer.getEntity().toString());
    }
}
