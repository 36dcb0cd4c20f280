package dev.coffer.asset.content;

import dev.coffer.asset.AssetKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Records when content was read. Best effort: a request neither waits nor fails because of it. */
@ApplicationScoped
class AccessTimes {
    private static final Logger LOG = Logger.getLogger(AccessTimes.class);

    private final AccessTimeRepository times;
    private final Clock clock;

    AccessTimes(AccessTimeRepository times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    void note(AssetKey key) {
        try {
            times.note(key, clock.instant());
        } catch (RuntimeException e) {
            LOG.debugf("the access to %s was not noted: %s", key.id(), e.getMessage());
        }
    }
}
