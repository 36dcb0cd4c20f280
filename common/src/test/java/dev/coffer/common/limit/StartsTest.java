package dev.coffer.common.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class StartsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** How often somebody has waited for an end, and looked at the clock. */
    private final AtomicInteger looks = new AtomicInteger();
    /** Whether all of them come late; the clock is the real one. */
    private volatile boolean busy;
    private final Starts starts = starts(LONG);

    private Starts starts(Duration longest) {
        return new Starts(2, longest) {
            @Override
            long awaitEnd(long nanos) throws InterruptedException {
                long late = super.awaitEnd(nanos);
                looks.incrementAndGet();
                return late + (busy ? LATE + 1 : 0);
            }
        };
    }

    @Test
    void aFewBeginAtOnceAndTheNextWhenOneEnds() {
        busy = true;
        Starts.Start first = start().join();
        start().join();
        CompletableFuture<Starts.Start> third = start();
        assertThat(third).isNotCompleted();
        first.end();
        assertThat(third).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void allOfThemMayEndWhileOneWaits() {
        busy = true;
        Starts.Start first = start().join();
        Starts.Start second = start().join();
        CompletableFuture<Starts.Start> third = start();
        awaitWaiting(1);
        first.end();
        second.end();
        assertThat(third).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void thereIsAnEndToWaitingForBusyProcessors() {
        busy = true;
        Starts impatient = starts(Duration.ofMillis(200));
        start(impatient).join();
        start(impatient).join();
        assertThat(start(impatient)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(looks).hasPositiveValue();
    }

    @Test
    void whileTheProcessorsAreBusyOneBeginsForEachThatEnds() {
        busy = true;
        Starts.Start first = start().join();
        start().join();
        CompletableFuture<Starts.Start> third = start();
        awaitWaiting(1);
        CompletableFuture<Starts.Start> fourth = start();
        awaitWaiting(2);
        awaitLooks(1);
        first.end();
        third.join();
        awaitLooks(looks.get() + 2);
        assertThat(fourth).isNotCompleted();
    }

    @Test
    void whoWaitsForSomethingElseKeepsNobodyWaiting() {
        start().join();
        start().join();
        assertThat(start()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(start()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aPlaceThatWentToAnotherOneIsNotGivenBackTwice() {
        Starts.Start first = start().join();
        start().join();
        start().join();
        start().join();
        busy = true;
        first.end();
        assertThat(start()).as("two others have a place").isNotCompleted();
    }

    @Test
    void theyBeginInTheOrderInWhichTheyCame() {
        busy = true;
        Starts.Start running = start().join();
        start().join();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            waiting.add(start().thenAccept(start -> {
                order.add(number);
                start.end();
            }));
            awaitWaiting(i + 1);
        }
        running.end();
        waiting.forEach(CompletableFuture::join);
        assertThat(order).isSorted().hasSize(8);
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldSo() throws Exception {
        busy = true;
        Starts.Start running = start().join();
        start().join();
        CompletableFuture<Starts.Start> first = start();
        awaitWaiting(1);
        assertThat(starts.begin(Duration.ofMillis(1))).isEmpty();
        running.end();
        assertThat(first).succeedsWithin(Duration.ofSeconds(10));
    }

    private void awaitWaiting(int count) {
        await(() -> starts.waiting() == count);
    }

    private void awaitLooks(int count) {
        await(() -> looks.get() >= count);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<Starts.Start> start() {
        return start(starts);
    }

    private static CompletableFuture<Starts.Start> start(Starts starts) {
        CompletableFuture<Starts.Start> started = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                Optional<Starts.Start> start = starts.begin(LONG);
                started.complete(start.orElseThrow());
            } catch (Exception e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }
}
