package dev.coffer.blob.session;

import dev.coffer.blob.pending.SweepConfig;
import dev.coffer.common.database.StatementDeadlines;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Deletes the rows of upload sessions a while after they have expired. */
@ApplicationScoped
class SessionExpiryTransactions {
    private static final Logger LOG = Logger.getLogger(SessionExpiryTransactions.class);

    private final UploadSessionRepository sessions;
    private final StatementDeadlines deadlines;
    private final Clock clock;
    private final SweepConfig config;

    SessionExpiryTransactions(
            UploadSessionRepository sessions, StatementDeadlines deadlines, Clock clock, SweepConfig config) {
        this.sessions = sessions;
        this.deadlines = deadlines;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = SweepConfig.SWEEP_INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        deadlines.lift();
        int expired = sessions.deleteExpired(clock.instant().minus(config.sessionsKept()));
        if (expired > 0) {
            LOG.infof("forgot %d expired upload sessions", expired);
        }
    }
}
