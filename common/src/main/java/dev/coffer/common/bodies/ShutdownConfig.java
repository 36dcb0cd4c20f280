package dev.coffer.common.bodies;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a process goes on after it was told to stop, which the framework sees to. */
@Singleton
class ShutdownConfig {
    private final Optional<Duration> delay;
    private final Optional<Duration> timeout;

    ShutdownConfig(
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Optional<Duration> timeout) {
        this.delay = delay;
        this.timeout = timeout;
    }

    /** How long requests are still taken, while probes are told that the process is not ready. */
    Duration delay() {
        return delay.orElse(Duration.ZERO);
    }

    /** How long requests that are under way may then take. */
    Duration timeout() {
        return timeout.orElse(Duration.ZERO);
    }
}
