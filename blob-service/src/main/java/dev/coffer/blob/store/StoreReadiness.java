package dev.coffer.blob.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process that does not reach the store, or whose bucket is missing, is not ready: it could take no content. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {
    private final ObjectStore store;

    StoreReadiness(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            store.check();
            return HealthCheckResponse.up("store");
        } catch (IOException e) {
            return HealthCheckResponse.named("store").down().withData("reason", e.getMessage()).build();
        }
    }
}
