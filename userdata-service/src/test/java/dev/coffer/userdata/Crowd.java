package dev.coffer.userdata;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs the same action concurrently. */
public final class Crowd {
    private Crowd() {}

    /** The number of actions that succeeded; the others were refused. */
    public static long succeed(int size, Callable<?> action) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(size);
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Callable<Object>> actions = IntStream.range(0, size).<Callable<Object>>mapToObj(i -> () -> {
                start.await();
                return action.call();
            }).toList();
            return threads.invokeAll(actions).stream().filter(done -> done.state() == Future.State.SUCCESS).count();
        }
    }
}
