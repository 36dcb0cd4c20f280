package dev.coffer.userdata.person;

import dev.coffer.common.database.Turns;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.token.TokenFacts;
import dev.coffer.common.token.TokenLedger;
import dev.coffer.common.userdataclient.VerifiedKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What API keys and sessions depend on: the last token of each person. */
@ApplicationScoped
public class PersonService implements TokenLedger {
    private static final String CREDENTIALS = "credentials";

    private final PersonRepository people;
    private final Turns turns;
    private final Clock clock;

    PersonService(PersonRepository people, Turns turns, Clock clock) {
        this.people = people;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> note(TokenFacts facts) {
        QuarkusTransaction.requiringNew().run(() -> people.note(facts));
        return CompletableFuture.completedStage(null);
    }

    /** Limits a credential to what its person may do now; empty in a workspace that the person has lost. */
    @Transactional(TxType.MANDATORY)
    public Optional<VerifiedKey> limit(VerifiedKey credential) {
        Optional<Person> person = people.find(credential.tenant(), credential.subject());
        return person.isEmpty() ? Optional.of(credential) : person.get().limit(credential);
    }

    /**
     * Changes the credentials of a person in a transaction. Changes for one person are serialised, so that limits hold.
     */
    public <T> T inTurn(String tenant, String subject, Supplier<T> change) {
        return turns.call(change, CREDENTIALS, tenant, subject);
    }

    /**
     * Refuses a token that was issued before an operator ended the credentials of this person.
     *
     * @param issuedAt of the token; empty for an API key or session, which would have been ended
     * @throws ServiceException {@code FORBIDDEN}, 403
     */
    @Transactional(TxType.MANDATORY)
    public void requireNotEnded(Caller caller, Optional<Instant> issuedAt) {
        Optional<Instant> end = people.find(caller.tenant(), caller.subject()).map(Person::endedAt);
        if (end.isPresent() && issuedAt.isPresent() && !issuedAt.get().isAfter(end.get())) {
            throw new ServiceException(ErrorCode.FORBIDDEN,
                    "An operator has ended your API keys and sessions: log in again to make new ones.");
        }
    }

    /** From now on tokens that were issued before cannot create credentials. */
    @Transactional(TxType.MANDATORY)
    public void end(String tenant, String subject) {
        people.end(tenant, subject, clock.instant());
    }
}
