package dev.coffer.common.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StartsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Whose processors are busy as long as this is set; the clock is the real one. */
    private volatile boolean busy;
    private final Starts starts = new Starts(2) {
        @Override
        long awaitEnd(long nanos) throws InterruptedException {
            return super.awaitEnd(nanos) + (busy ? LATE + 1 : 0);
        }
    };

    @Test
    void aFewBeginAtOnceAndTheNextWhenOneEnds() {
        busy = true;
        Starts.Start first = start().join();
        start().join();
        CompletableFuture<Starts.Start> third = start();
        assertThat(third).isNotCompleted();
        first.end();
        assertThat(third).succeedsWithin(Duration.ofMillis(500));
    }

    @Test
    void allOfThemMayEndWhileOneWaits() {
        busy = true;
        Starts.Start first = start().join();
        Starts.Start second = start().join();
        CompletableFuture<Starts.Start> third = start();
        while (starts.waiting() == 0) {
            Thread.onSpinWait();
        }
        first.end();
        second.end();
        assertThat(third).succeedsWithin(Duration.ofMillis(500));
    }

    @Test
    void whileTheProcessorsAreBusyTheNextOnesWait() {
        busy = true;
        start().join();
        start().join();
        long begun = System.nanoTime();
        start().join();
        assertThat(System.nanoTime() - begun).as("there is an end to that").isGreaterThan(Starts.LONGEST / 2);
    }

    @Test
    void whileTheProcessorsAreBusyOneBeginsForEachThatEnds() throws Exception {
        busy = true;
        Starts.Start first = start().join();
        start().join();
        CompletableFuture<Starts.Start> third = start();
        CompletableFuture<Starts.Start> fourth = start();
        Thread.sleep(60);
        first.end();
        third.join();
        Thread.sleep(10);
        assertThat(fourth).isNotCompleted();
    }

    @Test
    void whoWaitsForSomethingElseKeepsNobodyWaiting() {
        start().join();
        start().join();
        assertThat(start()).succeedsWithin(Duration.ofMillis(500));
        assertThat(start()).succeedsWithin(Duration.ofMillis(500));
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
    void theyBeginInTheOrderInWhichTheyCame() throws Exception {
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
            while (starts.waiting() <= i) {
                Thread.onSpinWait();
            }
        }
        running.end();
        waiting.forEach(CompletableFuture::join);
        assertThat(order).isSorted().hasSize(8);
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldSo() throws Exception {
        busy = true;
        start().join();
        start().join();
        CompletableFuture<Starts.Start> first = start();
        Thread.sleep(50);
        assertThat(starts.begin(Duration.ofMillis(1))).isEmpty();
        assertThat(first).succeedsWithin(Duration.ofSeconds(5));
    }

    private CompletableFuture<Starts.Start> start() {
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
