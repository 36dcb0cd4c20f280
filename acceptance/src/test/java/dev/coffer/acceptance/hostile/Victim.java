package dev.coffer.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Payload;
import dev.coffer.acceptance.harness.Payloads;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.harness.UserFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody of another tenant who goes on with an ordinary request, the GET of a file of 4 KiB, while an attack is under
 * way. What is judged is how long these requests take, never how the attack is answered.
 */
final class Victim {
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int ENOUGH = 150;
    private static final int WARM_UP = 20;

    private final Client client = Client.as(User.B).byKey();
    private final Payload file = Payloads.binary(4096);

    private Victim() {}

    /**
     * Runs the attack beside the victim, who goes on until the attack is over and there are enough requests to judge.
     *
     * @throws AssertionError if one request of the victim fails, or one in a hundred takes more than a second
     */
    static void isServedBeside(Attack attack) throws Exception {
        new Victim().watch(attack);
    }

    private void watch(Attack attack) throws Exception {
        client.userFiles().put(file.name(), file).expect(200);
        for (int i = 0; i < WARM_UP; i++) {
            timed();
        }
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            Future<?> attacker = beside.submit(() -> {
                begun.countDown();
                attack.run();
                return null;
            });
            begun.await();
            List<Duration> times = new ArrayList<>();
            while (times.size() < ENOUGH || !attacker.isDone()) {
                times.add(timed());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            finish(attacker);
            judge(times);
        }
    }

    private Duration timed() {
        long begin = System.nanoTime();
        Answer answer = Transfer.send(client.transfer(UserFiles.url(file.name())).GET());
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(answer.expect(200).body()).hasSize((int) file.size());
        return taken;
    }

    private static void finish(Future<?> attacker) throws Exception {
        try {
            attacker.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception reason ? reason : e;
        }
    }

    private static void judge(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        Duration slow = sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
        System.out.printf("victim: %d requests, median %d ms, 99th percentile %d ms, longest %d ms%n", sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(), slow.toMillis(), sorted.getLast().toMillis());
        assertThat(slow).as("99th percentile of the victim's requests").isLessThan(ALLOWED);
    }

    /** What somebody else does meanwhile; it ends by itself. */
    interface Attack {
        void run() throws Exception;
    }
}
