package dev.coffer.common.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** Refuses, in production, what all services have in common and what would let strangers in. */
@ApplicationScoped
class ProductionGuard {
    private final Production production;
    private final FrameworkConfig config;

    ProductionGuard(Production production, FrameworkConfig config) {
        this.production = production;
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        check();
    }

    void check() {
        production.refuse(!config.issuer().toLowerCase(Locale.ROOT).startsWith("https://"),
                "quarkus.oidc.auth-server-url",
                "an https address: whoever sits in between could give out tokens of his own");
        production.refuse(config.clientSecret().equals("unset") && !config.hasOtherCredentials(),
                "quarkus.oidc-client.credentials.secret",
                "the secret of this service at the identity provider");
        production.refuse(
                !config.databasePassword().isEmpty() && config.databasePassword().equals(config.databaseUser()),
                "quarkus.datasource.password", "something else than the name of the user");
        production.refuse(config.origins().contains("*"), "quarkus.http.cors.origins",
                "the origins whose pages may use the API, and not *");
    }
}
