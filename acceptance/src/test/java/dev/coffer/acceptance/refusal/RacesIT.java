package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Events;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Twelve concurrent requests of which exactly one can succeed. */
@Order(29)
class RacesIT {
    private static final int RACERS = 12;

    @RepeatedTest(3)
    void oneOfTwelveCreatesAFileThatMustNotExist() {
        String path = unique("race") + ".csv";
        List<Payload> contents = IntStream.range(0, RACERS).mapToObj(i -> Payloads.csv()).toList();
        List<Answer> answers = race(i -> as(A).userFiles().put(path, contents.get(i), "overwrite", "false"));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 409).containsOnlyOnce(200);
        int winner = IntStream.range(0, RACERS).filter(i -> answers.get(i).status() == 200).findFirst().orElseThrow();
        as(A).userFiles().assertContent(path, contents.get(winner));
        Events.await(Events.USER_FILES, "the winner", Events.uploaded("name", path));
        as(A).userFiles().delete(path).then().statusCode(204);
        List<?> deleted = Events.await(Events.USER_FILES, 2, e -> e.data("name").equals(path));
        assertThat(deleted).as("events of the path").hasSize(2);
    }

    @Test
    void twelveOverwritesLeaveOneWholeContent() {
        String path = unique("race") + ".csv";
        List<Payload> contents = IntStream.range(0, RACERS).mapToObj(i -> Payloads.csv()).toList();
        List<Answer> answers = race(i -> as(A).userFiles().put(path, contents.get(i)));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        var events = Events.await(Events.USER_FILES, RACERS, Events.uploaded("name", path));
        byte[] last = as(A).userFiles().get(path).asByteArray();
        Payload stored = contents.stream().filter(c -> Arrays.equals(c.bytes(), last)).findFirst().orElseThrow();
        assertThat(events.getLast().data("hash")).isEqualTo(stored.blake3());
    }

    @Test
    void twelveUploadsOfTheSameBytesAreOneAsset() {
        Payload payload = Payloads.binary(3 << 20);
        List<Answer> answers = race(i -> as(A).assets().upload(payload, "tags", "input"));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers).extracting(a -> a.json().getString("id"))
                .containsOnly(answers.getFirst().json().getString("id"));
        as(A).assets().assertContent(answers.getFirst().json().getString("id"), payload);
    }

    @Test
    void oneOfTwelveGetsTheExternalId() {
        String externalId = unique("race");
        List<Answer> answers =
                race(i -> Answer.of(as(A).cdf().create(Map.of("name", "n" + i, "externalId", externalId))));
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void oneOfTwelveDeletes() {
        String id = as(A).assets().create(Payloads.png(), "input");
        List<Answer> answers = race(i -> Answer.of(as(A).assets().delete(id)));
        assertThat(answers).extracting(Answer::status).containsOnly(204, 404).containsOnlyOnce(204);
    }

    @Test
    void oneOfTwelveReferencesIsNew() {
        Payload payload = Payloads.csv();
        as(A).userFiles().put(payload.name(), payload).expect(200);
        List<Answer> answers = race(i -> Answer.of(as(A).assets().fromHash(payload.sha256(), "input")));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
    }

    private static List<Answer> race(IntFunction<Answer> racer) {
        Tokens.access(A);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = IntStream.range(0, RACERS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return racer.apply(i);
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(RacesIT::result).toList();
        }
    }

    private static Answer result(Future<Answer> racer) {
        try {
            return racer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("A request failed without an answer", e);
        }
    }
}
