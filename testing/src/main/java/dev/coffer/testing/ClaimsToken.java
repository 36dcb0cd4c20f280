package dev.coffer.testing;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A verified token.
 *
 * @param claims by their names
 */
public record ClaimsToken(Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
        return "token";
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String name) {
        return (T) claims.get(name);
    }
}
