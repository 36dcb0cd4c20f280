package dev.coffer.common.userdataclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.json.JsonRules;
import dev.coffer.common.token.TokenFacts;
import dev.coffer.common.userdataclient.UserdataStub.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** userdata-service is told of tokens beside the requests, a few at a time. */
class RemoteTokenLedgerTest {
    private static final TokenFacts FACTS = new TokenFacts(
            "acme", "ann", new TreeSet<>(Set.of("publisher")), new TreeSet<>(List.of()), Instant.ofEpochSecond(1000));

    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    private final MovedClock clock = new MovedClock(Instant.ofEpochSecond(2000));
    private volatile int status = 204;
    private final UserdataStub userdata = new UserdataStub(RemoteTokenLedger.PATH, body -> new Answer(status, ""));

    @BeforeEach
    void readLikeTheServices() {
        new JsonRules().customize(json);
    }

    @AfterEach
    void stop() {
        userdata.close();
    }

    @Test
    void itIsToldWhatTheTokenSays() throws Exception {
        RemoteTokenLedger ledger = ledger(Runnable::run);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompleted();
        JsonNode facts = json.readTree(userdata.asked.remove());
        assertThat(facts.at("/subject").asText()).isEqualTo("ann");
        assertThat(json.treeToValue(facts, TokenFacts.class)).isEqualTo(FACTS);
    }

    @Test
    void anotherAnswerThanDoneHasToBeToldAgain() {
        status = 503;
        assertThat(ledger(Runnable::run).note(FACTS).toCompletableFuture()).isCompletedExceptionally();
        userdata.close();
        assertThat(ledger(Runnable::run).note(FACTS).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void reportsAreSentInTheBackgroundAndOnlySoManyAtOnce() {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        RemoteTokenLedger ledger = ledger(waiting::add);
        for (int i = 0; i < 8; i++) {
            assertThat(ledger.note(FACTS).toCompletableFuture()).isNotDone();
        }
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompletedExceptionally();
        waiting.forEach(Runnable::run);
        assertThat(userdata.asked).hasSize(8);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isNotDone();
    }

    @Test
    void afterAFailureItIsNotAskedForAWhile() {
        status = 503;
        RemoteTokenLedger ledger = ledger(Runnable::run);
        ledger.note(FACTS);
        status = 204;
        clock.now = clock.now.plusSeconds(4);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompletedExceptionally();
        assertThat(userdata.asked).hasSize(1);
        clock.now = clock.now.plusSeconds(1);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompleted();
        assertThat(userdata.asked).hasSize(2);
    }

    private RemoteTokenLedger ledger(Executor executor) {
        return new RemoteTokenLedger(new UserdataClient(userdata.config(), () -> "Bearer service", json), executor,
                clock);
    }
}
