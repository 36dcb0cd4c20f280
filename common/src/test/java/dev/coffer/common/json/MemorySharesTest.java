package dev.coffer.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.json.MemoryShares.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who gets memory while others have some. */
class MemorySharesTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final MemoryShares shares = new MemoryShares(1000, 0.5);

    @Test
    void oneTenantHasItsShareAndNoMore() throws Exception {
        assertThat(shares.take("a", 501, AT_ONCE)).isEqualTo(Outcome.TOO_MUCH);
        assertThat(shares.take("a", 300, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        assertThat(shares.take("a", 201, AT_ONCE)).isEqualTo(Outcome.OWN_SHARE_USED);
        assertThat(shares.take("a", 200, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        assertThat(shares.used()).isEqualTo(500);
    }

    @Test
    void howeverManyComeSomethingIsLeftForTheNext() throws Exception {
        for (int tenant = 0; tenant < 7; tenant++) {
            long half = (1000 - shares.used()) / 2;
            assertThat(shares.take("t" + tenant, half, AT_ONCE)).isEqualTo(Outcome.TAKEN);
            assertThat(shares.take("t" + tenant, 4, AT_ONCE)).isNotEqualTo(Outcome.TAKEN);
        }
        assertThat(shares.take("late", 4, AT_ONCE)).isEqualTo(Outcome.TAKEN);
        assertThat(shares.take("late", 100, AT_ONCE)).isEqualTo(Outcome.ALL_USED);
        assertThat(shares.used()).isLessThan(1000);
    }

    @Test
    void whatIsGivenBackGoesToWhoWaits() throws Exception {
        shares.take("a", 500, AT_ONCE);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return shares.take("b", 400, Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        shares.release("a", 500);
        assertThat(waiting.get()).isEqualTo(Outcome.TAKEN);
        shares.release("b", 400);
        assertThat(shares.used()).isZero();
    }
}
