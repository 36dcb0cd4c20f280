package dev.coffer.common.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reports tokens to the {@link TokenLedger}, if the service has one: once for each token that contains new facts, and
 * otherwise at most once a minute and person, not with each request.
 */
@ApplicationScoped
public class SeenTokens {
    private static final Duration PRECISION = Duration.ofMinutes(1);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MAX_PEOPLE = 20_000;

    private final Instance<TokenLedger> ledger;
    private final Cache<Person, Seen> seen =
            Caffeine.newBuilder().maximumSize(MAX_PEOPLE).expireAfterAccess(MEMORY).build();

    SeenTokens(Instance<TokenLedger> ledger) {
        this.ledger = ledger;
    }

    /** A person was let in with this token. */
    public void see(Caller caller, JsonWebToken token) {
        if (ledger.isResolvable() && caller.kind() == Caller.Kind.USER && token.getIssuedAtTime() > 0) {
            see(TokenFacts.of(caller, Instant.ofEpochSecond(token.getIssuedAtTime())));
        }
    }

    private void see(TokenFacts facts) {
        Person person = new Person(facts.tenant(), facts.subject());
        Seen known = seen.getIfPresent(person);
        if (known != null && !known.isOlderThan(facts)) {
            return;
        }
        if (known != null
                && known.last.saysTheSameAs(facts)
                && facts.issuedAt().isBefore(known.noted.plus(PRECISION))) {
            seen.put(person, new Seen(facts, known.noted));
            return;
        }
        seen.put(person, new Seen(facts, facts.issuedAt()));
        tell(facts, person);
    }

    private void tell(TokenFacts facts, Person person) {
        try {
            ledger.get().note(facts).whenComplete((done, failure) -> {
                if (failure != null) {
                    seen.invalidate(person);
                }
            });
        } catch (RuntimeException e) {
            seen.invalidate(person);
            throw e;
        }
    }

    private record Person(String tenant, String subject) {}

    /**
     * @param last what the latest token said
     * @param noted when that was issued which the ledger has
     */
    private record Seen(TokenFacts last, Instant noted) {
        boolean isOlderThan(TokenFacts facts) {
            return last.issuedAt().isBefore(facts.issuedAt())
                    || last.issuedAt().equals(facts.issuedAt()) && !last.saysTheSameAs(facts);
        }
    }
}
