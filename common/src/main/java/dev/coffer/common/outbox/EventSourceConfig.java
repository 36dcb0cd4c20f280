package dev.coffer.common.outbox;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which service an event comes from. */
@Singleton
@Startup
class EventSourceConfig {
    private final String service;

    EventSourceConfig(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    /** The {@code source} of a CloudEvent. */
    String source() {
        return "/" + service;
    }
}
