package dev.coffer.common.token;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Caller} out of a verified access token. */
@ApplicationScoped
public class TokenCaller {
    private final CallerConfig config;

    TokenCaller(CallerConfig config) {
        this.config = config;
    }

    /**
     * The caller of a token. Without a subject or a tenant, different callers would share one workspace, or one tenant.
     *
     * @throws UnauthorizedException if the token does not say who its subject is: 401
     * @throws ServiceException {@code FORBIDDEN}, 403, if it does not say what the tenant is
     */
    public Caller of(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String subject = Claims.text(token.getSubject());
        if (subject == null) {
            throw new UnauthorizedException();
        }
        Set<String> roles = Set.copyOf(identity.getRoles());
        return new Caller(
                tenant(token.getClaim(config.tenantClaim())),
                subject,
                roles.contains(Caller.INTERNAL) ? Caller.Kind.SERVICE : Caller.Kind.USER,
                roles,
                Claims.texts(token.getClaim(config.workspacesClaim())),
                Claims.texts(token.getClaim(config.projectsClaim())),
                null);
    }

    private String tenant(@Nullable Object claim) {
        if (claim == null) {
            return config.defaultTenant().orElseThrow(() -> forbidden("has no claim " + config.tenantClaim()
                    + ", which names the tenant of the caller."));
        }
        String tenant = Claims.text(claim);
        if (tenant == null) {
            throw forbidden("has a claim " + config.tenantClaim()
                    + " that names no tenant: it must be one text of at most 255 characters.");
        }
        return tenant;
    }

    private static ServiceException forbidden(String why) {
        return new ServiceException(ErrorCode.FORBIDDEN, "The access token " + why);
    }
}
