package dev.coffer.common.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TenantTurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final TenantTurns turns = new TenantTurns(3, 2, 6, 4);

    @Test
    void noTenantHasMoreThanItsShareThoughPlacesAreFree() throws Exception {
        turns.begin("attacker", LONG);
        turns.begin("attacker", LONG);
        assertThat(turns.begin("attacker", Duration.ZERO)).isFalse();
        assertThat(turns.begin("victim", Duration.ZERO)).isTrue();
        assertThat(turns.busy()).isEqualTo(3);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void noTenantTakesAllPlacesToWait() throws Exception {
        turns.begin("attacker", LONG);
        turns.begin("attacker", LONG);
        for (int i = 0; i < 4; i++) {
            waiting("attacker");
        }
        assertThat(turns.begin("attacker", LONG)).isFalse();
        assertThat(turns.begin("victim", Duration.ZERO)).isTrue();
        waiting("other");
        waiting("victim");
        assertThat(turns.begin("third", LONG)).as("there is an end to all who wait").isFalse();
    }

    @Test
    void whoHasLeastIsNextAndThenWhoCameFirst() throws Exception {
        turns.begin("a", LONG);
        turns.begin("a", LONG);
        turns.begin("b", LONG);
        CompletableFuture<Boolean> anotherOfB = waiting("b");
        CompletableFuture<Boolean> firstOfC = waiting("c");
        CompletableFuture<Boolean> secondOfC = waiting("c");
        turns.end("a");
        assertThat(firstOfC.join()).isTrue();
        assertThat(anotherOfB).isNotDone();
        turns.end("a");
        assertThat(anotherOfB.join()).isTrue();
        assertThat(secondOfC).isNotDone();
        turns.end("b");
        assertThat(secondOfC.join()).isTrue();
    }

    @Test
    void ofOnePlaceTenantsHaveItInTurns() throws Exception {
        TenantTurns one = new TenantTurns(1, 1, 9, 9);
        one.begin("attacker", LONG);
        CompletableFuture<Boolean> first = waiting(one, "attacker");
        CompletableFuture<Boolean> second = waiting(one, "attacker");
        CompletableFuture<Boolean> third = waiting(one, "attacker");
        one.end("attacker");
        assertThat(first.join()).isTrue();
        CompletableFuture<Boolean> late = waiting(one, "victim");
        one.end("attacker");
        one.end(called(late, second) == late ? "victim" : "attacker");
        assertThat(late.join()).as("served after one more of the attacker at most").isTrue();
        assertThat(third).isNotDone();
    }

    private static CompletableFuture<Boolean> called(CompletableFuture<Boolean> one, CompletableFuture<Boolean> other) {
        CompletableFuture.anyOf(one, other).join();
        return one.isDone() ? one : other;
    }

    @Test
    void whoGaveUpIsNotCalled() throws Exception {
        turns.begin("a", LONG);
        turns.begin("a", LONG);
        assertThat(turns.begin("a", Duration.ZERO)).isFalse();
        turns.end("a");
        assertThat(turns.busy()).isEqualTo(1);
        assertThat(turns.begin("a", Duration.ZERO)).isTrue();
        turns.end("a");
        turns.end("a");
        assertThat(turns.busy()).isZero();
        assertThat(turns.tenants()).isZero();
    }

    @Test
    void whoIsInterruptedLeavesTheQueue() throws Exception {
        turns.begin("a", LONG);
        turns.begin("a", LONG);
        Thread waiting = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> turns.begin("a", LONG))
                .isInstanceOf(InterruptedException.class));
        untilWaiting(turns, 1);
        waiting.interrupt();
        waiting.join();
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void whoWasCalledAndIsInterruptedLeavesNoPlaceBehind() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turns.begin("a", LONG)).isInstanceOf(InterruptedException.class);
        assertThat(turns.busy()).isZero();
        assertThat(turns.tenants()).isZero();
    }

    private CompletableFuture<Boolean> waiting(String tenant) {
        return waiting(turns, tenant);
    }

    private static CompletableFuture<Boolean> waiting(TenantTurns turns, String tenant) {
        int before = turns.waiting();
        CompletableFuture<Boolean> called = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                called.complete(turns.begin(tenant, LONG));
            } catch (InterruptedException e) {
                called.completeExceptionally(e);
            }
        });
        untilWaiting(turns, before + 1);
        return called;
    }

    private static void untilWaiting(TenantTurns turns, int count) {
        while (turns.waiting() < count) {
            Thread.onSpinWait();
        }
    }
}
