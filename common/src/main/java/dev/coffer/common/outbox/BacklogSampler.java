package dev.coffer.common.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Looks now and then how far behind the relays are, in each replica: a scrape asks the database nothing. */
@Singleton
class BacklogSampler {
    private static final Logger LOG = Logger.getLogger(BacklogSampler.class);

    private final RelayRepository rows;
    private final EventRelay events;
    private final ReleaseRelay releases;

    BacklogSampler(RelayRepository rows, EventRelay events, ReleaseRelay releases) {
        this.rows = rows;
        this.events = events;
        this.releases = releases;
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sample() {
        try (Connection connection = rows.connect()) {
            events.metrics().saw(rows.waitingEvents(connection));
            releases.metrics().saw(rows.waitingReleases(connection));
        } catch (SQLException e) {
            LOG.debugf("what waits in the outbox is not known: %s", e.getMessage());
        }
    }
}
