package dev.coffer.common.caller;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads a {@link Caller} out of a verified access token. */
@ApplicationScoped
class TokenCaller {
    private final CallerConfig config;

    TokenCaller(CallerConfig config) {
        this.config = config;
    }

    /** @throws UnauthorizedException if the token does not say who its subject or tenant is: 401 */
    Caller of(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Set<String> roles = Set.copyOf(identity.getRoles());
        return new Caller(
                tenant(token),
                required(token.getSubject()),
                roles.contains(Caller.INTERNAL) ? Caller.Kind.SERVICE : Caller.Kind.USER,
                roles,
                texts(token.getClaim(config.workspacesClaim())),
                texts(token.getClaim(config.projectsClaim())),
                null);
    }

    private String tenant(JsonWebToken token) {
        Object claim = token.getClaim(config.tenantClaim());
        return claim == null ? config.defaultTenant() : required(claim);
    }

    /** Callers of whom this is unclear would share one workspace, or one tenant. */
    private static String required(Object claim) {
        String text = text(claim);
        if (text == null) {
            throw new UnauthorizedException();
        }
        return text;
    }

    private static Set<String> texts(Object claim) {
        if (claim instanceof Collection<?> values) {
            return values.stream().map(TokenCaller::text).filter(v -> v != null).collect(Collectors.toUnmodifiableSet());
        }
        String single = text(claim);
        return single == null ? Set.of() : Set.of(single);
    }

    private static String text(Object claim) {
        String text = switch (claim) {
            case null -> null;
            case JsonString string -> string.getString();
            case JsonValue other -> null;
            default -> claim.toString();
        };
        return text == null || text.isBlank() ? null : text;
    }
}
