package dev.coffer.common.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.identity.Caller;
import dev.coffer.testing.ClaimsToken;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ledger is told of what is new, and of nothing else. */
class SeenTokensTest {
    private final List<TokenFacts> noted = new ArrayList<>();
    private CompletionStage<Void> outcome = CompletableFuture.completedStage(null);
    private final SeenTokens seen = new SeenTokens(instance(facts -> {
        noted.add(facts);
        return outcome;
    }));

    @Test
    void oneTokenIsToldOnce() {
        IntStream.range(0, 100).forEach(i -> see("ann", 1000, "publisher"));
        assertThat(noted).singleElement().satisfies(facts -> {
            assertThat(facts.roles()).containsExactly("publisher");
            assertThat(facts.issuedAt().getEpochSecond()).isEqualTo(1000);
        });
        see("bob", 1000, "publisher");
        assertThat(noted).hasSize(2);
    }

    @Test
    void manyTokensThatSayTheSameAreToldOnceAMinute() {
        IntStream.range(0, 120).forEach(i -> see("ann", 1000 + i, "publisher"));
        assertThat(noted).extracting(facts -> facts.issuedAt().getEpochSecond()).containsExactly(1000L, 1060L);
    }

    @Test
    void whatIsOlderThanTheLastOneIsNotTold() {
        see("ann", 1000, "publisher");
        see("ann", 1030, "publisher");
        see("ann", 1020);
        assertThat(noted).hasSize(1);
        see("ann", 1031);
        assertThat(noted).hasSize(2);
    }

    @Test
    void twoOfOneSecondAreTold() {
        see("ann", 1000, "publisher");
        see("ann", 1000);
        assertThat(noted).hasSize(2);
    }

    @Test
    void whatCouldNotBeToldIsToldAgain() {
        outcome = CompletableFuture.failedStage(new IOException("away"));
        see("ann", 1000);
        see("ann", 1000);
        outcome = CompletableFuture.completedStage(null);
        see("ann", 1000);
        see("ann", 1000);
        assertThat(noted).hasSize(3);
    }

    @Test
    void aLedgerThatFailsFailsTheRequestAndIsToldAgain() {
        List<TokenFacts> tried = new ArrayList<>();
        SeenTokens failing = new SeenTokens(instance(facts -> {
            tried.add(facts);
            throw new IllegalStateException("no database");
        }));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> failing.see(caller("ann", Caller.Kind.USER), token(1000)))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(tried).hasSize(2);
    }

    @Test
    void servicesAndTokensOfNoTimeAreNotTold() {
        seen.see(caller("asset", Caller.Kind.SERVICE), token(1000));
        seen.see(caller("ann", Caller.Kind.USER), token(0));
        assertThat(noted).isEmpty();
    }

    private void see(String subject, long issuedAt, String... roles) {
        seen.see(caller(subject, Caller.Kind.USER, roles), token(issuedAt));
    }

    private static ClaimsToken token(long issuedAt) {
        return new ClaimsToken(Map.of("iat", issuedAt));
    }

    private static Caller caller(String subject, Caller.Kind kind, String... roles) {
        return new Caller("acme", subject, kind, Set.of(roles), Set.of(), Set.of(), null);
    }

    @SuppressWarnings("unchecked")
    private static Instance<TokenLedger> instance(TokenLedger ledger) {
        return (Instance<TokenLedger>) Proxy.newProxyInstance(SeenTokensTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> method.getName().equals("get") ? ledger : (Object) true);
    }
}
