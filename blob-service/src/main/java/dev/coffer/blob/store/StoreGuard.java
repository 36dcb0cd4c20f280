package dev.coffer.blob.store;

import dev.coffer.common.config.Production;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses, in production, keys of the store that everybody knows. */
@ApplicationScoped
class StoreGuard {
    private final Production production;
    private final S3Config config;

    StoreGuard(Production production, S3Config config) {
        this.production = production;
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        production.refuse(
                Production.isKnownToAll(config.secretKey()) || config.secretKey().equals(config.accessKey()),
                "coffer.s3.secret-key", "a key that nobody else knows");
    }
}
