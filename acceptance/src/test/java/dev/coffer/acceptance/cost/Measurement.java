package dev.coffer.acceptance.cost;

import dev.coffer.acceptance.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The resources that the services used for a piece of work.
 *
 * @param memory peak resident bytes by service
 * @param temporary peak bytes of temporary files by service
 * @param written bytes written to disk by service
 */
record Measurement(Map<String, Long> memory, Map<String, Long> temporary, Map<String, Long> written) {
    private static final Duration SAMPLING = Duration.ofMillis(100);

    static Measurement of(Runnable work) {
        List<String> services = Stack.services();
        Map<String, ProcessCost> costs = new TreeMap<>();
        services.forEach(service -> costs.put(service, new ProcessCost(service)));
        costs.values().forEach(ProcessCost::resetPeak);
        Measurement result = new Measurement(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        costs.forEach((service, cost) -> result.written.put(service, -cost.writtenToDisk()));

        AtomicBoolean done = new AtomicBoolean();
        Thread sampler = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                costs.forEach((service, cost) -> result.temporary.merge(service, cost.temporaryFiles(), Math::max));
                LockSupport.parkNanos(SAMPLING.toNanos());
            }
        });
        try {
            work.run();
        } finally {
            done.set(true);
            join(sampler);
        }
        costs.forEach((service, cost) -> {
            result.memory.put(service, cost.peakMemory());
            result.written.merge(service, cost.writtenToDisk(), Long::sum);
        });
        return result;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
