package dev.coffer.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Turns turns = new Turns(3, 2, 6, 4);

    @Test
    void noTenantHasMoreThanItsShareThoughDecodersAreFree() {
        turns.begin("attacker", LONG);
        turns.begin("attacker", LONG);
        assertThatThrownBy(() -> turns.begin("attacker", Duration.ZERO)).isInstanceOf(ServiceException.class);
        turns.begin("victim", Duration.ZERO);
        assertThat(turns.busy()).isEqualTo(3);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void noTenantTakesAllPlacesToWait() {
        turns.begin("attacker", LONG);
        turns.begin("attacker", LONG);
        for (int i = 0; i < 4; i++) {
            waiting("attacker");
        }
        assertThatThrownBy(() -> turns.begin("attacker", LONG)).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        turns.begin("victim", Duration.ZERO);
        waiting("other");
        waiting("victim");
        assertThatThrownBy(() -> turns.begin("third", LONG)).isInstanceOf(ServiceException.class);
    }

    @Test
    void whoDecodesLeastIsNextAndThenWhoCameFirst() {
        turns.begin("a", LONG);
        turns.begin("a", LONG);
        turns.begin("b", LONG);
        CompletableFuture<Void> anotherOfB = waiting("b");
        CompletableFuture<Void> firstOfC = waiting("c");
        CompletableFuture<Void> secondOfC = waiting("c");
        turns.end("a");
        firstOfC.join();
        assertThat(anotherOfB).isNotDone();
        turns.end("a");
        anotherOfB.join();
        assertThat(secondOfC).isNotDone();
        turns.end("b");
        secondOfC.join();
    }

    @Test
    void whoGaveUpIsNotCalled() {
        turns.begin("a", LONG);
        turns.begin("a", LONG);
        assertThatThrownBy(() -> turns.begin("a", Duration.ZERO)).isInstanceOf(ServiceException.class);
        turns.end("a");
        assertThat(turns.busy()).isEqualTo(1);
        turns.begin("a", Duration.ZERO);
        turns.end("a");
        turns.end("a");
        assertThat(turns.busy()).isZero();
    }

    @Test
    void whoIsInterruptedLeavesTheQueue() throws InterruptedException {
        turns.begin("a", LONG);
        turns.begin("a", LONG);
        Thread waiting = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> turns.begin("a", LONG))
                .isInstanceOf(ServiceException.class));
        untilWaiting(1);
        waiting.interrupt();
        waiting.join();
        assertThat(turns.waiting()).isZero();
    }

    private CompletableFuture<Void> waiting(String tenant) {
        int before = turns.waiting();
        CompletableFuture<Void> called = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                turns.begin(tenant, LONG);
                called.complete(null);
            } catch (ServiceException e) {
                called.completeExceptionally(new CompletionException(e));
            }
        });
        untilWaiting(before + 1);
        return called;
    }

    private void untilWaiting(int count) {
        while (turns.waiting() < count) {
            Thread.onSpinWait();
        }
    }
}
