package dev.coffer.common.token;

import dev.coffer.common.framework.FrameworkInternals;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The token with which this service calls another; cached until shortly before it expires. The identity provider is asked
 * for its addresses when a token is needed, not at the start: a provider that is silent would end the start.
 */
@ApplicationScoped
@Startup
public class InternalToken {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TokensHelper cache = new TokensHelper();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Uni<OidcClient> client;

    InternalToken(OidcClients clients) {
        client = Uni.createFrom()
                .deferred(FrameworkInternals.serviceClient(clients))
                .onSubscription().invoke(() -> failed.set(false))
                .ifNoItem().after(TIMEOUT).fail()
                .onFailure().invoke(() -> failed.set(true))
                .memoize().until(failed::get);
    }

    /**
     * A value for the Authorization header.
     *
     * @throws OidcClientException if there is none: 503
     */
    public String bearer() {
        try {
            return "Bearer " + client.chain(cache::getTokens).await().atMost(TIMEOUT).getAccessToken();
        } catch (TimeoutException e) {
            throw new OidcClientException("no token within " + TIMEOUT, e);
        }
    }
}
