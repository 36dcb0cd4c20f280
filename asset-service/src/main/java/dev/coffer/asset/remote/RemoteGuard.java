package dev.coffer.asset.remote;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks at start-up whether the configuration would open our own network to users. */
@ApplicationScoped
class RemoteGuard {
    private static final Logger LOG = Logger.getLogger(RemoteGuard.class);
    private static final String SWITCH = "coffer.assets.remote.dangerously-allow-private-addresses";

    private final RemoteConfig config;

    RemoteGuard(RemoteConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.dangerouslyAllowPrivateAddresses()) {
            refuse(LaunchMode.current());
            LOG.warnf("%s is on: users can reach addresses of this network", SWITCH);
        }
    }

    /** @throws IllegalStateException in production */
    static void refuse(LaunchMode mode) {
        if (mode == LaunchMode.NORMAL) {
            throw new IllegalStateException(
                    SWITCH + " is for tests only: it lets users reach this network. Remove it.");
        }
    }
}
