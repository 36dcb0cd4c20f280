package dev.coffer.common.json;

import static dev.coffer.common.config.Setting.require;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses at start-up limits of JSON that allow nothing, or that allow one tenant to use the share of all. */
@ApplicationScoped
class JsonGuard {
    private final JsonConfig config;

    JsonGuard(JsonConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        require(config.maxTokens() > 0, "coffer.json.max-tokens", "at least 1");
        require(config.maxDepth() > 0, "coffer.json.max-depth", "at least 1");
        require(config.maxNumberLength() > 0, "coffer.json.max-number-length", "at least 1");
        require(config.maxNameLength() > 0, "coffer.json.max-name-length", "at least 1");
        require(config.maxRatio() > 0, "coffer.json.max-ratio", "at least 1");
        require(config.heapShare() > 0 && config.heapShare() <= 1, "coffer.json.heap-share",
                "more than 0 and at most 1");
        require(config.tenantShare() > 0 && config.tenantShare() < 1, "coffer.json.tenant-share",
                "more than 0 and less than 1, so that something is left for the others");
        require(!config.waitTimeout().isNegative(), "coffer.json.wait-timeout", "at least 0s");
    }
}
