package dev.coffer.common.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.share.Share.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who gets memory while others have some. */
class ShareOfMemoryTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Share share = new Share("test", 1000, ShareRule.always(0.5));

    @Test
    void oneTenantHasItsShareAndNoMore() throws Exception {
        assertThat(share.take(Holder.of("a"), 501, AT_ONCE)).isEqualTo(Outcome.TOO_MUCH);
        assertThat(share.take(Holder.of("a"), 300, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        assertThat(share.take(Holder.of("a"), 201, AT_ONCE)).isEqualTo(Outcome.OWN_SHARE_USED);
        assertThat(share.take(Holder.of("a"), 200, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        assertThat(used()).isEqualTo(500);
    }

    @Test
    void howeverManyComeSomethingIsLeftForTheNext() throws Exception {
        for (int tenant = 0; tenant < 7; tenant++) {
            long half = (1000 - used()) / 2;
            assertThat(share.take(Holder.of("t" + tenant), half, AT_ONCE)).isEqualTo(Outcome.TAKEN);
            assertThat(share.take(Holder.of("t" + tenant), 4, AT_ONCE)).isNotEqualTo(Outcome.TAKEN);
        }
        assertThat(share.take(Holder.of("late"), 4, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        assertThat(share.take(Holder.of("late"), 100, AT_ONCE)).isEqualTo(Outcome.ALL_USED);
        assertThat(used()).isLessThan(1000);
    }

    @Test
    void whatIsGivenBackGoesToWhoWaits() throws Exception {
        share.take(Holder.of("a"), 500, AT_ONCE);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> {
            return share.take(Holder.of("b"), 400, Duration.ofMinutes(5));
        });
        share.release(Holder.of("a"), 500);
        assertThat(waiting.get()).isEqualTo(Outcome.TAKEN);
        share.release(Holder.of("b"), 400);
        assertThat(used()).isZero();
    }

    @Test
    void whoNeedsLittleDoesNotWaitForOneOfTheSameTenantThatNeedsMuch() throws Exception {
        share.take(Holder.of("a"), 300, AT_ONCE);
        Thread waiting = Thread.ofVirtual().start(() -> share.take(Holder.of("a"), 400, Duration.ofMinutes(5)));
        while (share.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThat(share.take(Holder.of("a"), 10, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        waiting.interrupt();
        waiting.join();
        assertThat(share.waiting()).isZero();
    }

    private long used() {
        return share.size() - share.free();
    }
}
