package dev.coffer.userdata.session;

import dev.coffer.common.credential.SessionVerifier;
import dev.coffer.common.database.StatementDeadlines;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.userdataclient.VerifiedKey;
import dev.coffer.userdata.credential.Secret;
import dev.coffer.userdata.key.ApiKey;
import dev.coffer.userdata.key.ApiKeyService;
import dev.coffer.userdata.person.PersonService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sessions of browsers (comfy.md section 0.3): for the few reads that a page makes without any header. This service
 * opens and ends them; the services with such reads ask it to verify them.
 */
@ApplicationScoped
public class SessionService {
    private static final Logger LOG = Logger.getLogger(SessionService.class);

    private final BrowserSessionRepository sessions;
    private final ApiKeyService keys;
    private final PersonService people;
    private final SessionConfig config;
    private final StatementDeadlines deadlines;
    private final Clock clock;

    SessionService(
            BrowserSessionRepository sessions,
            ApiKeyService keys,
            PersonService people,
            SessionConfig config,
            StatementDeadlines deadlines,
            Clock clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.people = people;
        this.config = config;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        if (config.perPerson() < 1) {
            throw new IllegalStateException("coffer.session.per-person must be at least 1.");
        }
    }

    /**
     * Opens a session that represents this person in this workspace.
     *
     * @param issuedAt when the token of the request was issued, if there is one
     * @param key the API key of the request, if there is one: the session does not outlive it
     */
    OpenedSession open(Caller person, Owner workspace, Optional<Instant> issuedAt, Optional<String> key) {
        return people.inTurn(person.tenant(), person.subject(), () -> {
            people.requireNotEnded(person, issuedAt);
            sessions.keepLast(person, config.perPerson() - 1);
            return open(person, workspace, key);
        });
    }

    private OpenedSession open(Caller person, Owner workspace, Optional<String> key) {
        Optional<ApiKey> opener = key.map(keys::hold);
        Instant now = clock.instant();
        Instant end = opener.flatMap(keys::end)
                .filter(keyEnd -> keyEnd.isBefore(now.plus(config.life())))
                .orElse(now.plus(config.life()));
        Secret secret = Secret.random(SessionVerifier.PREFIX);
        sessions.persist(
                new BrowserSession(secret, person, workspace, opener.map(ApiKey::id).orElse(null), now, end));
        return new OpenedSession(secret.text(), Duration.between(now, end));
    }

    /**
     * The caller that the session represents; empty if it is unknown, expired or ended, and in a workspace that its
     * person has lost.
     */
    @Transactional
    Optional<VerifiedKey> find(String token) {
        return session(token).flatMap(session -> people.limit(session.verified(session.expiresAt())));
    }

    /** Ends all sessions of a person; returns their number. */
    @Transactional
    public long endAll(String tenant, String subject) {
        return sessions.endAll(tenant, subject);
    }

    /** Ends a session. */
    @Transactional
    void end(String token) {
        session(token).ifPresent(sessions::delete);
    }

    @Transactional
    @Scheduled(every = SessionConfig.SWEEP_INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        deadlines.lift();
        long expired = sessions.forgetExpired(clock.instant());
        if (expired > 0) {
            LOG.infof("forgot %d expired browser sessions", expired);
        }
    }

    private Optional<BrowserSession> session(String token) {
        return Secret.parse(SessionVerifier.PREFIX, token).flatMap(secret -> sessions.findByIdOptional(secret.id())
                .filter(row -> row.accepts(secret) && clock.instant().isBefore(row.expiresAt())));
    }

    /**
     * A session that was just opened.
     *
     * @param token the value of the cookie, which is not stored
     * @param life how long it will be accepted
     */
    record OpenedSession(String token, Duration life) {}
}
