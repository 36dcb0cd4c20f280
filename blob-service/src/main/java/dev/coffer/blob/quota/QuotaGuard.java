package dev.coffer.blob.quota;

import dev.coffer.common.config.Production;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Warns at the start if nothing keeps a tenant from filling the store. */
@ApplicationScoped
class QuotaGuard {
    private final Production production;
    private final QuotaConfig config;

    QuotaGuard(Production production, QuotaConfig config) {
        this.production = production;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        production.warn(
                config.bytes().isEmpty() && config.files().isEmpty(),
                "A tenant may fill the store: neither coffer.quota.bytes nor coffer.quota.files is set.");
    }
}
