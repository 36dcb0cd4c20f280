package dev.coffer.common.caller;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Set;

/**
 * Takes the cookie {@code session} on GET and HEAD of those paths that say so; a credential in a header goes before
 * it (comfy.md section 0.3).
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Instance<SessionVerifier> verifier;
    private final Instance<SessionPaths> paths;

    SessionMechanism(Instance<SessionVerifier> verifier, Instance<SessionPaths> paths) {
        this.verifier = verifier;
        this.paths = paths;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        Cookie cookie = open(request) ? request.getCookie(SessionVerifier.COOKIE) : null;
        if (cookie == null || !cookie.getValue().startsWith(SessionVerifier.PREFIX)) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(new TokenAuthenticationRequest(new SessionCredential(cookie.getValue())));
    }

    private boolean open(HttpServerRequest request) {
        return verifier.isResolvable()
                && paths.isResolvable()
                && READING.contains(request.method())
                && !request.headers().contains(ApiKeyMechanism.HEADER)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && paths.get().open(request.path());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 900;
    }
}
