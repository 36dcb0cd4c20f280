package dev.coffer.common.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
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
        production.refuse(config.clientSecret().equals("unset") && !config.hasOtherCredentials()
                || Production.isKnownToAll(config.clientSecret()),
                "quarkus.oidc-client.credentials.secret",
                "the secret of this service at the identity provider");
        production.refuse(
                !config.databasePassword().isEmpty() && config.databasePassword().equals(config.databaseUser())
                        || Production.isKnownToAll(config.databasePassword()),
                "quarkus.datasource.password", "a secret, and neither the name of the user nor what is often taken");
        for (String key : List.of("coffer.signing-key", "coffer.accepted-signing-key")) {
            production.refuse(Production.isKnownToAll(config.text(key)), key,
                    "a secret that nobody else knows: whoever knows it makes links to all content");
        }
        production.refuse(config.origins().stream().anyMatch(ProductionGuard::isAny), "quarkus.http.cors.origins",
                "the origins whose pages may use the API, and not all");
    }

    /** Of an origin in the form of the framework: *, a text, or a pattern between two slashes; of those without a name. */
    private static boolean isAny(String origin) {
        boolean pattern = origin.length() > 1 && origin.startsWith("/") && origin.endsWith("/");
        boolean named = origin.replace("https", "").replace("http", "").chars().anyMatch(Character::isLetterOrDigit);
        return origin.equals("*") || pattern && !named;
    }
}
