package dev.coffer.userdata.operator;

import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.key.ApiKeyService;
import dev.coffer.userdata.person.PersonService;
import dev.coffer.userdata.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What operators may do with the credentials of people of their tenant. */
@ApplicationScoped
class OperatorService {
    private static final Logger LOG = Logger.getLogger(OperatorService.class);

    private final PersonService people;
    private final ApiKeyService keys;
    private final SessionService sessions;

    OperatorService(PersonService people, ApiKeyService keys, SessionService sessions) {
        this.people = people;
        this.keys = keys;
        this.sessions = sessions;
    }

    /** Ends all API keys and sessions of a person, and refuses to create new ones with tokens issued before. */
    EndedCredentialsView end(Caller operator, String subject) {
        EndedCredentialsView ended = people.inTurn(operator.tenant(), subject, () -> {
            people.end(operator.tenant(), subject);
            long endedSessions = sessions.endAll(operator.tenant(), subject);
            return new EndedCredentialsView(subject, keys.endAll(operator.tenant(), subject), endedSessions);
        });
        LOG.infof("audit: %s of tenant %s has ended all credentials of %s: %d API keys, %d sessions",
                operator.subject(), operator.tenant(), subject, ended.keys(), ended.sessions());
        return ended;
    }
}
