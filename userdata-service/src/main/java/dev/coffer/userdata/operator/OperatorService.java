package dev.coffer.userdata.operator;

import dev.coffer.common.audit.AuditTrail;
import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.key.ApiKeyService;
import dev.coffer.userdata.person.PersonService;
import dev.coffer.userdata.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;

/** What operators may do with the credentials of people of their tenant. */
@ApplicationScoped
class OperatorService {
    private final PersonService people;
    private final ApiKeyService keys;
    private final SessionService sessions;
    private final AuditTrail audit;

    OperatorService(PersonService people, ApiKeyService keys, SessionService sessions, AuditTrail audit) {
        this.people = people;
        this.keys = keys;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Ends all API keys and sessions of a person, and refuses to create new ones with tokens issued before. */
    EndedCredentialsView end(Caller operator, String subject) {
        EndedCredentialsView ended = people.inTurn(operator.tenant(), subject, () -> {
            people.end(operator.tenant(), subject);
            long endedSessions = sessions.endAll(operator.tenant(), subject);
            return new EndedCredentialsView(subject, keys.endAll(operator.tenant(), subject), endedSessions);
        });
        audit.changed("dev.coffer.credentials.ended", subject);
        return ended;
    }
}
