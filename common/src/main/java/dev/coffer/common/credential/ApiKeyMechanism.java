package dev.coffer.common.credential;

import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.security.credential.TokenCredential;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;

/**
 * Accepts {@code X-API-Key: cfr_…} and {@code Authorization: Bearer cfr_…}, ahead of OIDC, which gets everything
 * else (comfy.md section 0.3).
 */
@ApplicationScoped
public class ApiKeyMechanism extends CredentialMechanism {
    static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private final Instance<ApiKeyVerifier> verifier;

    ApiKeyMechanism(Instance<ApiKeyVerifier> verifier) {
        this.verifier = verifier;
    }

    @Override
    @Nullable
    TokenCredential credential(HttpServerRequest request) {
        String key = verifier.isResolvable() ? key(request) : null;
        return key == null ? null : new ApiKeyCredential(key);
    }

    public static @Nullable String key(HttpServerRequest request) {
        String key = request.getHeader(HEADER);
        if (key != null) {
            return key.strip();
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean isKey = authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && authorization.startsWith(ApiKeyVerifier.PREFIX, BEARER.length());
        return isKey ? authorization.substring(BEARER.length()).strip() : null;
    }

    @Override
    public int getPriority() {
        return FilterPriorities.API_KEY;
    }

    /** An API key as it came with a request. */
    static final class ApiKeyCredential extends TokenCredential {
        ApiKeyCredential(String key) {
            super(key, "apikey");
        }
    }
}
