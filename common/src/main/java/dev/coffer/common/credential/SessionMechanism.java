package dev.coffer.common.credential;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.security.credential.TokenCredential;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the cookie {@code session} on GET and HEAD of {@link SessionPaths}; a credential in a header takes precedence
 * (comfy.md section 0.3).
 */
@ApplicationScoped
class SessionMechanism extends CredentialMechanism {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Instance<SessionVerifier> verifier;
    private final Instance<SessionPaths> paths;

    SessionMechanism(Instance<SessionVerifier> verifier, Instance<SessionPaths> paths) {
        this.verifier = verifier;
        this.paths = paths;
    }

    @Override
    @Nullable
    TokenCredential credential(HttpServerRequest request) {
        Cookie cookie = open(request) ? request.getCookie(SessionVerifier.COOKIE) : null;
        return cookie == null || !cookie.getValue().startsWith(SessionVerifier.PREFIX)
                ? null
                : new SessionCredential(cookie.getValue());
    }

    private boolean open(HttpServerRequest request) {
        String path = request.path();
        return path != null
                && verifier.isResolvable()
                && paths.isResolvable()
                && READING.contains(request.method())
                && !request.headers().contains(ApiKeyMechanism.HEADER)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && paths.get().open(path);
    }

    @Override
    public int getPriority() {
        return FilterPriorities.SESSION;
    }

    /** A session token as it came in the cookie of a request. */
    static final class SessionCredential extends TokenCredential {
        SessionCredential(String token) {
            super(token, "session");
        }
    }
}
