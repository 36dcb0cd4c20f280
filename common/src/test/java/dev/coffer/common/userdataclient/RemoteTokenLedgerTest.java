package dev.coffer.common.userdataclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.common.json.JsonRules;
import dev.coffer.common.token.TokenFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    private final MovedClock clock = new MovedClock(Instant.ofEpochSecond(2000));
    private HttpServer userdata;
    private volatile int status = 204;

    @BeforeEach
    void start() throws IOException {
        new JsonRules().customize(json);
        userdata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        userdata.createContext(RemoteTokenLedger.PATH, this::answer);
        userdata.start();
    }

    @AfterEach
    void stop() {
        userdata.stop(0);
    }

    @Test
    void itIsToldWhatTheTokenSays() throws Exception {
        RemoteTokenLedger ledger = ledger(Runnable::run);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompleted();
        JsonNode facts = json.readTree(told.remove());
        assertThat(facts.at("/subject").asText()).isEqualTo("ann");
        assertThat(json.treeToValue(facts, TokenFacts.class)).isEqualTo(FACTS);
    }

    @Test
    void anotherAnswerThanDoneHasToBeToldAgain() {
        status = 503;
        assertThat(ledger(Runnable::run).note(FACTS).toCompletableFuture()).isCompletedExceptionally();
        userdata.stop(0);
        assertThat(ledger(Runnable::run).note(FACTS).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void nobodyWaitsAndOnlySoManyAreUnderWay() {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        RemoteTokenLedger ledger = ledger(waiting::add);
        for (int i = 0; i < 8; i++) {
            assertThat(ledger.note(FACTS).toCompletableFuture()).isNotDone();
        }
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompletedExceptionally();
        waiting.forEach(Runnable::run);
        assertThat(told).hasSize(8);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isNotDone();
    }

    @Test
    void afterTroubleItIsLeftAloneForAWhile() {
        status = 503;
        RemoteTokenLedger ledger = ledger(Runnable::run);
        ledger.note(FACTS);
        status = 204;
        clock.now = clock.now.plusSeconds(4);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompletedExceptionally();
        assertThat(told).hasSize(1);
        clock.now = clock.now.plusSeconds(1);
        assertThat(ledger.note(FACTS).toCompletableFuture()).isCompleted();
        assertThat(told).hasSize(2);
    }

    private RemoteTokenLedger ledger(Executor executor) {
        URI url = URI.create("http://127.0.0.1:" + userdata.getAddress().getPort());
        return new RemoteTokenLedger(new UserdataClient(config(url), () -> "Bearer service", json), executor, clock);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static RemoteCredentialsConfig config(URI url) {
        return new RemoteCredentialsConfig() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public Duration keyCache() {
                return Duration.ofSeconds(20);
            }

            @Override
            public long keyCacheSize() {
                return 100;
            }
        };
    }
}
