package dev.coffer.common.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Share share = new Share("test", 900, ShareRule.SESSIONS);

    @Test
    void aTenantAloneTakesTwoThirdsHoweverManySessionsItHas() {
        assertThat(greedy("a", 1000)).isEqualTo(600);
        assertThat(share.tryTake(new Holder("a", "new"), 1)).isFalse();
        assertThat(share.tryTake(new Holder("b", "new"), 100)).isTrue();
    }

    @Test
    void aSessionAloneTakesALittleMoreThanHalf() {
        assertThat(all(new Holder("a", "one"))).isBetween(460L, 490L);
        assertThat(share.tryTake(new Holder("a", "two"), 50)).isTrue();
        assertThat(share.tryTake(new Holder("b", "one"), 100)).isTrue();
    }

    @Test
    void theNextTenantGetsWhatIsFree() {
        greedy("a", 1000);
        greedy("b", 1000);
        greedy("c", 1000);
        assertThat(share.free()).isPositive();
        assertThat(share.tryTake(new Holder("d", "one"), share.free())).isTrue();
    }

    @Test
    void aTenantAloneMayTakeAllAtOnce() {
        assertThat(share.tryTake(new Holder("a", "one"), 900)).isTrue();
        share.release(new Holder("a", "one"), 900);
        assertThat(share.free()).isEqualTo(900);
    }

    @Test
    void aHolderAtItsLimitDoesNotHoldUpOthers() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            greedy("a", 10);
            Holder greedy = new Holder("a", "0");
            CompletableFuture<Share.Outcome> more =
                    CompletableFuture.supplyAsync(() -> share.take(greedy, 100, LONG), threads);
            await(1);
            assertThat(share.take(new Holder("b", "one"), 100, Duration.ZERO)).isEqualTo(Share.Outcome.TAKEN);
            share.release(new Holder("b", "one"), 100);
            assertThat(more).isNotDone();
            share.release(greedy, 60);
            share.release(new Holder("a", "1"), 60);
            assertThat(more.get(10, TimeUnit.SECONDS)).isEqualTo(Share.Outcome.TAKEN);
        }
    }

    @Test
    void aHolderIsServedInTurn() throws Exception {
        Holder one = new Holder("a", "one");
        share.take(one, 800, LONG);
        List<Long> served = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> large = CompletableFuture.runAsync(() -> share.take(one, 700, LONG), threads)
                    .thenRun(() -> served.add(700L));
            await(1);
            assertThat(share.tryTake(one, 1)).isFalse();
            share.release(one, 800);
            large.get(10, TimeUnit.SECONDS);
        }
        assertThat(served).containsExactly(700L);
    }

    @Test
    void whoWaitsInVainIsToldSoAndForgotten() {
        share.take(new Holder("a", "one"), 900, LONG);
        assertThat(share.take(new Holder("b", "one"), 1, Duration.ofMillis(20))).isEqualTo(Share.Outcome.ALL_USED);
        assertThat(share.take(new Holder("b", "one"), 901, LONG)).isEqualTo(Share.Outcome.TOO_MUCH);
        assertThat(share.waiting()).isZero();
        share.release(new Holder("a", "one"), 900);
        assertThat(share.free()).isEqualTo(900);
    }

    private long greedy(String tenant, int sessions) {
        long taken = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < sessions; i++) {
                if (share.tryTake(new Holder(tenant, Integer.toString(i)), 1)) {
                    taken++;
                    more = true;
                }
            }
        }
        return taken;
    }

    private long all(Holder holder) {
        long taken = 0;
        while (share.tryTake(holder, 1)) {
            taken++;
        }
        return taken;
    }

    private void await(int waiting) {
        while (share.waiting() < waiting) {
            Thread.onSpinWait();
        }
    }
}
