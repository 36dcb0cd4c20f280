package dev.coffer.common.caller;

import dev.coffer.common.credential.ApiKeyMechanism;
import dev.coffer.common.credential.ApiKeyVerifier;
import dev.coffer.common.credential.CredentialIdentityProvider;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.token.TokenCaller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request that is being served, and the workspace that it picked. Asking changes nothing. */
@RequestScoped
public class CurrentCaller {
    /** Names the workspace that a request works in. */
    public static final String WORKSPACE_HEADER = "X-Comfy-Workspace-ID";

    private static final int UUID_LENGTH = 36;
    private static final int KEY_ID_END = ApiKeyVerifier.PREFIX.length() + UUID_LENGTH;

    private final SecurityIdentity identity;
    private final TokenCaller tokens;
    private final RoutingContext request;

    CurrentCaller(SecurityIdentity identity, TokenCaller tokens, RoutingContext request) {
        this.identity = identity;
        this.tokens = tokens;
        this.request = request;
    }

    /**
     * The caller.
     *
     * @throws UnauthorizedException without valid credentials: 401
     * @throws ServiceException {@code FORBIDDEN}, 403, if the token does not say what the tenant is
     */
    public Caller get() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        Caller byKey = identity.getAttribute(CredentialIdentityProvider.CALLER);
        return byKey == null ? tokens.of(identity) : byKey;
    }

    /** Whether another service calls: it may have no tenant, and so be no {@link Caller}. */
    boolean isService() {
        return identity.hasRole(Caller.INTERNAL);
    }

    /** What tells apart the credentials of a tenant, without a secret: the id of a key, or the person. */
    public String credential() {
        Caller caller = get();
        String key = ApiKeyMechanism.key(request.request());
        return caller.byKey() && key != null ? key.substring(0, KEY_ID_END) : caller.subject();
    }

    /** When the token was issued with which the request came; empty if it came with a credential of ours. */
    public Optional<Instant> issuedAt() {
        return token().map(JsonWebToken::getIssuedAtTime).map(Instant::ofEpochSecond);
    }

    /** The token with which the request came; empty if it came with a credential of ours. */
    Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    /** The API key that let the request in; empty for a token. */
    public Optional<String> apiKey() {
        return get().byKey() ? Optional.ofNullable(ApiKeyMechanism.key(request.request())) : Optional.empty();
    }

    /**
     * The workspace of this request: the one in {@code X-Comfy-Workspace-ID}, else the caller's home.
     *
     * @throws ServiceException {@code workspace_access_denied}, 403, for a workspace that is not the caller's
     *     (comfy.md section 0.6)
     */
    public Owner workspace() {
        Caller caller = get();
        String asked = request.request().getHeader(WORKSPACE_HEADER);
        if (asked == null || asked.isBlank()) {
            return caller.home();
        }
        Owner owner = caller.workspace(asked.strip());
        if (owner == null) {
            throw new ServiceException(
                    ErrorCode.WORKSPACE_ACCESS_DENIED, WORKSPACE_HEADER + " names a workspace that is not yours.");
        }
        return owner;
    }
}
