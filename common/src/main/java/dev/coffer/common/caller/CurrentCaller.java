package dev.coffer.common.caller;

import dev.coffer.common.credential.ApiKeyMechanism;
import dev.coffer.common.credential.ApiKeyVerifier;
import dev.coffer.common.credential.CredentialIdentityProvider;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.limit.RateLimits;
import dev.coffer.common.token.SeenTokens;
import dev.coffer.common.token.TokenCaller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being served, and the workspace that it picked. */
@RequestScoped
public class CurrentCaller {
    /** Names the workspace that a request works in. */
    public static final String WORKSPACE_HEADER = "X-Comfy-Workspace-ID";

    private static final int UUID_LENGTH = 36;
    private static final int KEY_ID_END = ApiKeyVerifier.PREFIX.length() + UUID_LENGTH;

    private final SecurityIdentity identity;
    private final TokenCaller tokens;
    private final RateLimits limits;
    private final SeenTokens seen;
    private final RoutingContext request;
    private @Nullable Caller admitted;

    CurrentCaller(
            SecurityIdentity identity,
            TokenCaller tokens,
            RateLimits limits,
            SeenTokens seen,
            RoutingContext request) {
        this.identity = identity;
        this.tokens = tokens;
        this.limits = limits;
        this.seen = seen;
        this.request = request;
    }

    /**
     * The caller. Asking for it counts the request, once.
     *
     * @throws UnauthorizedException without valid credentials: 401
     * @throws ServiceException {@code TOO_MANY_REQUESTS}, 429, from a caller who has sent too many
     */
    public Caller get() {
        if (admitted == null) {
            Caller caller = identified();
            limits.admit(caller, credential(caller));
            admitted = caller;
            token().ifPresent(token -> seen.see(caller, token));
        }
        return admitted;
    }

    /** The caller if somebody has asked for it before. */
    Optional<Caller> admitted() {
        return Optional.ofNullable(admitted);
    }

    /** When the token was issued with which the request came; empty if it came with a credential of ours. */
    public Optional<Instant> issuedAt() {
        return token().map(JsonWebToken::getIssuedAtTime).map(Instant::ofEpochSecond);
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    /** What tells apart the credentials of a tenant, without a secret: the id of a key, or the person. */
    private String credential(Caller caller) {
        String key = ApiKeyMechanism.key(request.request());
        return caller.byKey() && key != null ? key.substring(0, KEY_ID_END) : caller.subject();
    }

    private Caller identified() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        Caller byKey = identity.getAttribute(CredentialIdentityProvider.CALLER);
        return byKey == null ? tokens.of(identity) : byKey;
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
