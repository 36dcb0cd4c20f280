package dev.coffer.common.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace(1024, Duration.ofSeconds(30));

    @Test
    void whoMovesAtTheRateGoesOnForEver() {
        for (int second = 0; second < 100_000; second++) {
            step(SECOND, 1024);
        }
        assertThat(pace.isSpent()).isFalse();
    }

    @Test
    void aByteNowAndThenBuysNextToNothing() {
        for (int i = 0; i < 3; i++) {
            step(9 * SECOND, 1);
            assertThat(pace.isSpent()).isFalse();
        }
        step(9 * SECOND, 1);
        assertThat(pace.isSpent()).isTrue();
    }

    @Test
    void whatWasSentEarlierBuysNoMoreThanTheTimeout() {
        step(0, 8 << 20);
        step(31 * SECOND, 0);
        assertThat(pace.isSpent()).isTrue();
    }

    @Test
    void manyBytesAreNotTooManyToCount() {
        Pace fast = new Pace(Long.MAX_VALUE / 2, Duration.ofSeconds(30));
        fast.waited(SECOND);
        fast.moved(Long.MAX_VALUE);
        assertThat(fast.left()).isEqualTo(30 * SECOND);
    }

    @Test
    void withoutARateAnyByteIsEnough() {
        Pace silence = Pace.ofSilence(Duration.ofSeconds(30));
        for (int i = 0; i < 10; i++) {
            silence.waited(29 * SECOND);
            silence.moved(1);
        }
        assertThat(silence.isSpent()).isFalse();
    }

    private void step(long waited, long bytes) {
        pace.waited(waited);
        pace.moved(bytes);
    }
}
