package dev.coffer.common.caller;

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

    Caller of(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Set<String> roles = Set.copyOf(identity.getRoles());
        String tenant = text(token.getClaim(config.tenantClaim()));
        return new Caller(
                tenant == null ? config.defaultTenant() : tenant,
                token.getSubject(),
                roles.contains(Caller.INTERNAL) ? Caller.Kind.SERVICE : Caller.Kind.USER,
                roles,
                texts(token.getClaim(config.workspacesClaim())),
                texts(token.getClaim(config.projectsClaim())),
                null);
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
