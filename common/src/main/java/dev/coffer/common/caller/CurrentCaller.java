package dev.coffer.common.caller;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The caller of the request that is being served, and the workspace that it picked. */
@RequestScoped
public class CurrentCaller {
    /** Names the workspace that a request works in. */
    public static final String WORKSPACE_HEADER = "X-Comfy-Workspace-ID";

    private final SecurityIdentity identity;
    private final TokenCaller tokens;
    private final RoutingContext request;

    CurrentCaller(SecurityIdentity identity, TokenCaller tokens, RoutingContext request) {
        this.identity = identity;
        this.tokens = tokens;
        this.request = request;
    }

    /** The caller. @throws UnauthorizedException without valid credentials: 401 */
    public Caller get() {
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
