package dev.coffer.blob.store;

import dev.coffer.common.content.ByteRange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The store, each of whose operations is timed. Of what is read the time until it begins to arrive counts. */
@ApplicationScoped
class MeasuredObjectStore implements ObjectStore {
    private final ObjectStore store;
    private final List<Timer> done;
    private final List<Timer> failed;

    /** What the metric calls the operations, in lower case with dashes. */
    private enum Operation {
        PUT, START_PARTS, PUT_PART, COPY_PART, COMPLETE_PARTS, ABORT_PARTS, SIZE, GET, DELETE, CHECK
    }

    MeasuredObjectStore(S3ObjectStore store, MeterRegistry registry) {
        this.store = store;
        this.done = timers("done", registry);
        this.failed = timers("failed", registry);
    }

    /** In the order of the operations. */
    private static List<Timer> timers(String outcome, MeterRegistry registry) {
        return Stream.of(Operation.values()).map(operation -> timer(operation, outcome, registry)).toList();
    }

    private static Timer timer(Operation operation, String outcome, MeterRegistry registry) {
        return Timer.builder("coffer.store.requests")
                .description("Operations of the store, with all attempts")
                .tag("operation", operation.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .tag("outcome", outcome)
                .serviceLevelObjectives(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250),
                        Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30))
                .register(registry);
    }

    @Override
    public void put(String key, Source source) throws IOException {
        timed(Operation.PUT, () -> store.put(key, source));
    }

    @Override
    public String startParts(String key) throws IOException {
        return timed(Operation.START_PARTS, () -> store.startParts(key));
    }

    @Override
    public Part putPart(String key, String uploadId, int number, Source source) throws IOException {
        return timed(Operation.PUT_PART, () -> store.putPart(key, uploadId, number, source));
    }

    @Override
    public Part copyPart(String key, String uploadId, int number, String sourceKey) throws IOException {
        return timed(Operation.COPY_PART, () -> store.copyPart(key, uploadId, number, sourceKey));
    }

    @Override
    public void completeParts(String key, String uploadId, List<Part> parts) throws IOException {
        timed(Operation.COMPLETE_PARTS, () -> store.completeParts(key, uploadId, parts));
    }

    @Override
    public void abortParts(String key, String uploadId) throws IOException {
        timed(Operation.ABORT_PARTS, () -> store.abortParts(key, uploadId));
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return timed(Operation.SIZE, () -> store.size(key));
    }

    @Override
    public InputStream get(String key, ByteRange range) throws IOException {
        return timed(Operation.GET, () -> store.get(key, range));
    }

    @Override
    public void delete(String key) throws IOException {
        timed(Operation.DELETE, () -> store.delete(key));
    }

    @Override
    public void check() throws IOException {
        timed(Operation.CHECK, store::check);
    }

    private void timed(Operation operation, Call call) throws IOException {
        timed(operation, () -> {
            call.make();
            return operation;
        });
    }

    private <T> T timed(Operation operation, Asking<T> call) throws IOException {
        Timer.Sample sample = Timer.start();
        Timer outcome = failed.get(operation.ordinal());
        try {
            T answer = call.ask();
            outcome = done.get(operation.ordinal());
            return answer;
        } finally {
            sample.stop(outcome);
        }
    }

    private interface Call {
        void make() throws IOException;
    }

    private interface Asking<T> {
        T ask() throws IOException;
    }
}
