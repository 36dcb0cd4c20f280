package dev.coffer.common.token;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The token with which this service calls another; cached until shortly before it expires. */
@ApplicationScoped
public class InternalToken {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final OidcClient client;
    private final TokensHelper cache = new TokensHelper();

    InternalToken(OidcClient client) {
        this.client = client;
    }

    /**
     * A value for the Authorization header.
     *
     * @throws OidcClientException if there is none: 503
     */
    public String bearer() {
        try {
            return "Bearer " + cache.getTokens(client).await().atMost(TIMEOUT).getAccessToken();
        } catch (TimeoutException e) {
            throw new OidcClientException("no token within " + TIMEOUT, e);
        }
    }
}
