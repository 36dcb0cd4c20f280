package dev.coffer.blob.session;

import dev.coffer.common.database.StatementDeadlines;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets sessions that expired long enough ago. */
@ApplicationScoped
class ExpiredSessions {
    private static final Logger LOG = Logger.getLogger(ExpiredSessions.class);

    private final UploadSessionRepository sessions;
    private final StatementDeadlines deadlines;
    private final Clock clock;
    private final SessionConfig config;

    ExpiredSessions(
            UploadSessionRepository sessions, StatementDeadlines deadlines, Clock clock, SessionConfig config) {
        this.sessions = sessions;
        this.deadlines = deadlines;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "${coffer.upload.sweep-interval:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        deadlines.lift();
        int expired = sessions.deleteExpired(clock.instant().minus(config.sessionsKept()));
        if (expired > 0) {
            LOG.infof("forgot %d expired upload sessions", expired);
        }
    }
}
