package dev.coffer.common.token;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Refuses at start-up settings that would admit every caller, and logs which rules are in force. */
@ApplicationScoped
class CallerGuard {
    private static final Logger LOG = Logger.getLogger(CallerGuard.class);

    private final CallerConfig config;

    CallerGuard(CallerConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        if (config.internalAudience().contains("any")) {
            throw new IllegalStateException("coffer.caller.internal-audience must be an audience that only tokens for "
                    + "Coffer have, never any; it is quarkus.oidc.token.audience unless it is set.");
        }
        if (config.defaultTenant().isPresent() && Claims.text(config.defaultTenant().get()) == null) {
            throw new IllegalStateException("coffer.caller.default-tenant must be a name of at most 255 characters.");
        }
        LOG.info(config.defaultTenant()
                .map(tenant -> "Callers whose token has no claim " + config.tenantClaim() + " belong to the tenant "
                        + tenant + ".")
                .orElse("Callers whose token has no claim " + config.tenantClaim() + " are refused."));
        if (config.accessTokens() == AccessTokenRule.ANY) {
            LOG.warn("ID tokens are taken for access tokens: coffer.caller.access-tokens is any.");
        }
    }
}
