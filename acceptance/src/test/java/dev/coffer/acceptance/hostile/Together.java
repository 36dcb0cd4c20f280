package dev.coffer.acceptance.hostile;

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
     * The answers to so many requests, or what the request makes of its answer: large ones must not be kept, for the
     * victim would wait for the memory of this client.
     *
     * @param request told which one it is
     */
    static <T> List<T> send(int count, IntFunction<T> request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                sent.add(threads.submit(() -> request.apply(number)));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
