package dev.coffer.common.config;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What is set for the framework and decides about who may do what. */
@Singleton
class FrameworkConfig {
    private final Config all;

    FrameworkConfig(Config all) {
        this.all = all;
    }

    String issuer() {
        return text("quarkus.oidc.auth-server-url");
    }

    /** Of this service at the identity provider; {@code unset} if nobody has set it. */
    String clientSecret() {
        return text("quarkus.oidc-client.credentials.secret");
    }

    /** Whether the service shows who it is in another way than by a plain secret. */
    boolean hasOtherCredentials() {
        for (String name : all.getPropertyNames()) {
            if (name.startsWith("quarkus.oidc-client.credentials.jwt.")
                    || name.startsWith("quarkus.oidc-client.credentials.client-secret.")) {
                return true;
            }
        }
        return false;
    }

    String databaseUser() {
        return text("quarkus.datasource.username");
    }

    /** Empty where the database knows the service in another way. */
    String databasePassword() {
        return text("quarkus.datasource.password");
    }

    /** The origins whose pages may use the API; none where that is switched off. */
    List<String> origins() {
        return all.getOptionalValue("quarkus.http.cors.enabled", Boolean.class).orElse(false)
                ? all.getOptionalValues("quarkus.http.cors.origins", String.class).orElse(List.of())
                : List.of();
    }

    /** Empty where it is not set. */
    String text(String name) {
        Optional<String> value = all.getOptionalValue(name, String.class);
        return value.orElse("");
    }
}
