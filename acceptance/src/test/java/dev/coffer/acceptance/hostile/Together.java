package dev.coffer.acceptance.hostile;

import dev.coffer.acceptance.harness.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Requests that are sent concurrently. */
final class Together {
    private Together() {}

    /**
     * The answers to so many requests.
     *
     * @param request told which one it is
     */
    static List<Answer> send(int count, IntFunction<Answer> request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                sent.add(threads.submit(() -> request.apply(number)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
