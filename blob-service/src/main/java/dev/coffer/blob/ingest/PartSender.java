package dev.coffer.blob.ingest;

import dev.coffer.blob.buffer.PooledBytes;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.common.tracing.CurrentTrace;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Sends parts while the next ones are read. Closing waits for those under way and gives their memory back. */
public final class PartSender implements AutoCloseable {
    /** Bytes of the largest parts. */
    public static final long LATER_SIZE = 16L << 20;

    private static final long FIRST_SIZE = 8L << 20;
    /** From this part on parts are larger, so that 10,000 of them make 140 GiB. */
    private static final int LATER = 2500;

    private final ObjectStore store;
    private final PendingObject object;
    private final Semaphore inFlight;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<ObjectStore.Part>> parts = new ArrayList<>();

    PartSender(ObjectStore store, PendingObject object, int inFlight) {
        this.store = store;
        this.object = object;
        this.inFlight = new Semaphore(inFlight);
    }

    /** Reads the next part. */
    void fill(PooledBytes part, InputStream body) throws IOException {
        try {
            part.fill(body, parts.size() < LATER ? FIRST_SIZE : LATER_SIZE);
        } catch (IOException | RuntimeException e) {
            part.close();
            throw e;
        }
    }

    /** Takes the part over; waits while too many are under way. */
    void send(PooledBytes part) throws IOException {
        inFlight.acquireUninterruptibly();
        int number = parts.size() + 1;
        parts.add(threads.submit(CurrentTrace.carried(() -> {
            try (part) {
                Source source = Source.repeatable(part::stream, part.length());
                return store.putPart(object.objectKey(), object.storeUploadId(), number, source);
            } finally {
                inFlight.release();
            }
        })));
        failEarly();
    }

    /** Waits for all parts. */
    List<ObjectStore.Part> finish() throws IOException {
        List<ObjectStore.Part> done = new ArrayList<>();
        for (Future<ObjectStore.Part> part : parts) {
            done.add(result(part));
        }
        return done;
    }

    /** A store that refuses one part is not sent all the others. */
    private void failEarly() throws IOException {
        for (Future<ObjectStore.Part> part : parts.subList(Math.max(0, parts.size() - 16), parts.size())) {
            if (part.state() == Future.State.FAILED) {
                result(part);
            }
        }
    }

    private static ObjectStore.Part result(Future<ObjectStore.Part> part) throws IOException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
