package dev.coffer.common.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasedJobsTest {
    private final LeasedJobs<String> jobs = new LeasedJobs<>(2);
    private final BlockingQueue<String> due = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> interrupted = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void noMoreAreBegunThanThereAreWorkers() throws Exception {
        due.addAll(Set.of("a", "b", "c"));
        begin();
        assertThat(jobs.running()).hasSize(2);
        assertThat(due).hasSize(1);
        end.countDown();
        awaitRunning(0);
        begin();
        awaitRunning(0);
        assertThat(due).isEmpty();
    }

    @Test
    void whoHasLostItsLeaseIsInterruptedOnce() throws Exception {
        due.addAll(Set.of("mine", "lost"));
        begin();
        jobs.renew("mine"::equals);
        jobs.renew("mine"::equals);
        assertThat(interrupted.poll(10, TimeUnit.SECONDS)).isEqualTo("lost");
        awaitRunning(1);
        assertThat(jobs.running()).containsExactly("mine");
        assertThat(interrupted).isEmpty();
    }

    @Test
    void whoStopsBeginsNothingAndInterruptsTheRest() throws Exception {
        due.add("a");
        begin();
        jobs.close();
        assertThat(interrupted.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
        due.add("b");
        begin();
        assertThat(due).containsExactly("b");
        assertThat(jobs.isClosed()).isTrue();
    }

    @Test
    void aJobThatFailsFreesItsWorker() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> interrupted.add(failure.getMessage()));
        try {
            jobs.begin(() -> Optional.ofNullable(due.poll()), job -> {});
            due.add("a");
            jobs.begin(() -> Optional.ofNullable(due.poll()), job -> {
                throw new IllegalStateException("broken");
            });
            awaitRunning(0);
            assertThat(interrupted.poll(10, TimeUnit.SECONDS)).isEqualTo("broken");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private void begin() {
        jobs.begin(() -> Optional.ofNullable(due.poll()), job -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.add(job);
            }
        });
    }

    private void awaitRunning(int count) throws InterruptedException {
        for (int i = 0; i < 1000 && jobs.running().size() != count; i++) {
            Thread.sleep(10);
        }
        assertThat(jobs.running()).hasSize(count);
    }
}
