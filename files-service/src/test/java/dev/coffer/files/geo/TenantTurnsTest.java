package dev.coffer.files.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TenantTurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void eachTenantHasItsOwnTurns() throws Exception {
        TenantTurns turns = new TenantTurns(1, 1);
        assertThat(turns.take("a", LONG)).isTrue();
        assertThat(turns.take("a", Duration.ZERO)).isFalse();
        assertThat(turns.take("b", LONG)).isTrue();
        turns.giveBack("a");
        assertThat(turns.take("a", LONG)).isTrue();
    }

    @Test
    void whoeverWaitsGoesOnWhenAnotherHasEndedAndNoMoreWaitThanMay() throws Exception {
        TenantTurns turns = new TenantTurns(1, 1);
        turns.take("a", LONG);
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread waiter = Thread.startVirtualThread(() -> {
            try {
                waiting.complete(turns.take("a", LONG));
            } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(turns.take("a", LONG)).isFalse();
        turns.giveBack("a");
        assertThat(waiting.join()).isTrue();
        turns.giveBack("a");
        assertThat(turns.tenants()).isZero();
    }
}
