package dev.coffer.blob.transfer;

import static dev.coffer.common.config.Setting.require;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses at start-up limits of streams with which no stream could begin. */
@ApplicationScoped
class TransferGuard {
    private final TransferConfig config;

    TransferGuard(TransferConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        require(config.uploads() > 0, "coffer.transfers.uploads", "at least 1");
        require(config.downloads().orElse(1) > 0, "coffer.transfers.downloads", "at least 1");
        require(!config.waitTimeout().isNegative(), "coffer.transfers.wait-timeout", "at least 0s");
    }
}
