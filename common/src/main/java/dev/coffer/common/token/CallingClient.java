package dev.coffer.common.token;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Which client a token was given to, by the configured claims. */
public final class CallingClient {
    private CallingClient() {}

    /**
     * What each of the claims that are there says, in the order of the settings; an empty text if it cannot be read.
     */
    public static List<String> of(JsonWebToken token, CallerConfig config) {
        return config.clientClaims().stream()
                .filter(token::containsClaim)
                .map(claim -> Objects.requireNonNullElse(Claims.text(token.getClaim(claim)), ""))
                .toList();
    }
}
