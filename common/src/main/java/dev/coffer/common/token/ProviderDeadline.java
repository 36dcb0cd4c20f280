package dev.coffer.common.token;

import static dev.coffer.common.config.Setting.require;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets no request to the identity provider wait for ever. Without it a provider that takes connections and says nothing
 * holds every request that comes with a token, since the framework limits only how long it connects.
 */
@ApplicationScoped
@Unremovable
class ProviderDeadline implements OidcRequestFilter {
    private final long millis;

    ProviderDeadline(CallerConfig config) {
        millis = config.providerTimeout().toMillis();
        require(millis > 0, "coffer.caller.provider-timeout", "more than 0s");
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext request) {
        request.request().timeout(millis);
        return Uni.createFrom().voidItem();
    }
}
