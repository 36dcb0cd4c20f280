package dev.coffer.common.token;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.jwx.JsonWebStructure;
import org.jspecify.annotations.Nullable;

/**
 * Refuses tokens that are not access tokens, although their signature, issuer and audience are valid: an ID token is
 * meant for the client only, and protected less carefully. docs/operations.md describes what identity providers issue.
 */
@ApplicationScoped
@Unremovable
class AccessTokens implements Validator {
    /** OpenID Connect Core, sections 2 and 3.3.2.11; FAPI. */
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash", "s_hash");
    private static final String TYPE = "typ";
    /** What Keycloak writes into the claims of an access token that is bound to nothing. */
    private static final String KEYCLOAK_ACCESS = "Bearer";
    private static final String MEDIA_TYPE = "application/";

    private final CallerConfig config;

    AccessTokens(CallerConfig config) {
        this.config = config;
    }

    /** What is wrong. */
    @Override
    public @Nullable String validate(JwtContext token) {
        JwtClaims claims = token.getJwtClaims();
        Object claimed = claims.getClaimValue(TYPE);
        if (claimed != null && !claimed.equals(KEYCLOAK_ACCESS)) {
            return "the claim typ says that it is no access token";
        }
        String header = headerType(token.getJoseObjects());
        boolean standard = header.equals("at+jwt");
        if (!standard && !header.equals("jwt")) {
            return "the header typ says that it is no access token";
        }
        boolean good = switch (config.accessTokens()) {
            case RFC9068 -> standard;
            case PROVEN -> standard || claimed != null || isProven(claims);
            case ANY -> true;
        };
        return good ? null : "nothing says that it is an access token";
    }

    private boolean isProven(JwtClaims claims) {
        return OF_ID_TOKENS.stream().noneMatch(claims::hasClaim)
                && config.accessTokenClaims().stream().anyMatch(claim -> says(claims.getClaimValue(claim)));
    }

    private static boolean says(@Nullable Object claim) {
        return claim != null && !claim.toString().isBlank();
    }

    /** In lower case, without the prefix {@code application/} (RFC 9068); {@code jwt} if there is none. */
    private static String headerType(List<JsonWebStructure> signed) {
        String type = signed.getFirst().getHeader(TYPE);
        if (type == null) {
            return "jwt";
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith(MEDIA_TYPE) ? lower.substring(MEDIA_TYPE.length()) : lower;
    }
}
