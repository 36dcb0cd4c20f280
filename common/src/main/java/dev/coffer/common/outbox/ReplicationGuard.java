package dev.coffer.common.outbox;

import dev.coffer.common.config.Production;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Warns at the start if events would be lost with one broker. */
@ApplicationScoped
class ReplicationGuard {
    private final Production production;
    private final OutboxConfig config;

    ReplicationGuard(Production production, OutboxConfig config) {
        this.production = production;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        production.warn(
                config.replicationFactor() == 1,
                "Topics that are created have one replica, so events are lost with a broker: set"
                        + " coffer.outbox.replication-factor to 3.");
    }
}
