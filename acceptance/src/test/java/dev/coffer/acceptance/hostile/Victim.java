package dev.coffer.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.harness.UserFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A client of another tenant that sends an ordinary request at fixed times (the GET of a file of 4 KiB, unless given)
 * during an attack. What is judged is how long these requests take, never how the attack is answered. Requests do not
 * wait for earlier ones, and are timed from when they are due: a standstill counts as many slow requests, not as one.
 */
final class Victim {
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration RHYTHM = Duration.ofMillis(25);
    /** Enough for a 99th percentile that is not the longest. */
    private static final int ENOUGH = 120;
    /** Without an attack, so many requests in a row have to be this fast before one begins. */
    private static final int CALM = 20;
    private static final Duration CALM_BELOW = Duration.ofMillis(250);
    private static final Duration UNTIL_CALM = Duration.ofSeconds(60);
    /** Before the first attack of all: services and this client have just started. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static boolean warm;

    private final Supplier<Answer> request;

    private Victim(Supplier<Answer> request) {
        this.request = request;
    }

    /**
     * Repeats the attack beside the victim until there are enough requests to judge. It begins when the victim's
     * requests are fast without it: the code of a client or service that has just started is not what is judged.
     *
     * @throws AssertionError if one request of the victim fails or takes more than five seconds, or one in a hundred
     *     takes more than one
     */
    static void isServedBeside(Attack attack) throws Exception {
        Client client = Client.as(User.B).byKey();
        Payload file = Payloads.binary(4096);
        client.userFiles().put(file.name(), file).expect(200);
        isServedBeside(attack, () -> {
            Answer answer = Transfer.send(client.transfer(UserFiles.url(file.name())).GET());
            assertThat(answer.expect(200).body()).hasSize((int) file.size());
            return answer;
        });
    }

    /** The same with another request, which must be answered with 200: for what another service keeps. */
    static void isServedBeside(Attack attack, Supplier<Answer> request) throws Exception {
        new Victim(request).watch(attack);
    }

    private void watch(Attack attack) throws Exception {
        waitUntilCalm();
        List<Future<Duration>> requests = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> attacker = people.submit(() -> run(attack));
            for (long due = System.nanoTime(); !attacker.isDone() || requests.size() < ENOUGH;
                    due += RHYTHM.toNanos()) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (attacker.isDone() && requests.size() < ENOUGH) {
                    result(attacker);
                    attacker = people.submit(() -> run(attack));
                }
                send(people, due, requests);
            }
            result(attacker);
        }
        judge(times(requests));
    }

    private void waitUntilCalm() throws Exception {
        long start = System.nanoTime();
        Duration longest;
        do {
            longest = longestWithoutAttack();
            assertThat(System.nanoTime() - start).as("ns without an attack, and requests still take %s", longest)
                    .isLessThan(UNTIL_CALM.toNanos());
        } while (longest.compareTo(CALM_BELOW) > 0 || !warm && System.nanoTime() - start < WARM_UP.toNanos());
        warm = true;
    }

    private Duration longestWithoutAttack() throws Exception {
        List<Future<Duration>> requests = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long due = System.nanoTime(); requests.size() < CALM; due += RHYTHM.toNanos()) {
                LockSupport.parkNanos(due - System.nanoTime());
                send(people, due, requests);
            }
        }
        return times(requests).getLast();
    }

    private void send(ExecutorService people, long due, List<Future<Duration>> requests) {
        requests.add(people.submit(() -> since(due)));
    }

    private static Void run(Attack attack) throws Exception {
        attack.run();
        return null;
    }

    private Duration since(long due) {
        request.get().expect(200);
        return Duration.ofNanos(System.nanoTime() - due);
    }

    private static <T> T result(Future<T> ended) throws Exception {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error wrong) {
                throw wrong;
            }
            throw e.getCause() instanceof Exception reason ? reason : e;
        }
    }

    /** Shortest first. */
    private static List<Duration> times(List<Future<Duration>> requests) throws Exception {
        List<Duration> times = new ArrayList<>();
        for (Future<Duration> request : requests) {
            times.add(result(request));
        }
        times.sort(null);
        return times;
    }

    private static void judge(List<Duration> times) {
        Duration slow = times.get(Math.min(times.size() - 1, times.size() * 99 / 100));
        System.out.printf("victim: %d requests, median %d ms, 99th percentile %d ms, longest %d ms%n", times.size(),
                times.get(times.size() / 2).toMillis(), slow.toMillis(), times.getLast().toMillis());
        assertThat(slow).as("99th percentile of the victim's requests").isLessThan(ALLOWED);
        assertThat(times.getLast()).as("the longest of the victim's requests").isLessThan(LONGEST);
    }

    /** The attack; ends by itself. */
    interface Attack {
        void run() throws Exception;
    }
}
