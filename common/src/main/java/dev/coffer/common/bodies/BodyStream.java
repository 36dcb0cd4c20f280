package dev.coffer.common.bodies;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.streams.BulkStream;
import dev.coffer.common.streams.Pace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The body of a request as a blocking stream. What has arrived and is not read yet takes at most {@value #MOST} bytes
 * and what one more read of the socket brings: a slow reader slows the client down. A body that was cut is a {@link TruncatedBodyException}, never an
 * end, and so is one that comes too slowly; only the time in which the reader waits for the client counts. When the
 * process stops, and has no time left, it is 503.
 */
final class BodyStream extends BulkStream {
    private static final int MOST = 128 << 10;
    /** What a buffer takes besides its bytes, about: a body may come in chunks of a single one. */
    private static final int OVERHEAD = 256;
    private static final Buffer END = Buffer.buffer();
    private static final Counter SLOW = Counter.builder("coffer.body.slow")
            .description("Request bodies that were given up because they came too slowly")
            .register(Metrics.globalRegistry);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final HttpServerRequest request;
    private final Pace pace;
    private final BooleanSupplier stopping;
    private final LinkedBlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    /** What has arrived and is not read yet, in bytes of the heap. */
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean stopped;
    private Buffer current = END;
    private int position;
    private boolean ended;

    /**
     * Takes over the body of a request.
     *
     * @param stopping whether the process has no time left for bodies
     */
    BodyStream(HttpServerRequest request, Pace pace, BooleanSupplier stopping) {
        this.request = request;
        this.pace = pace;
        this.stopping = stopping;
        request.pause();
        request.exceptionHandler(arrived::add);
        request.endHandler(end -> arrived.add(END));
        request.handler(this::arrive);
        UnreadBody.letCome(request);
        request.resume();
    }

    /** On the thread of the connection. */
    private void arrive(Buffer bytes) {
        if (waiting.addAndGet(weight(bytes)) >= MOST) {
            request.pause();
            UnreadBody.holdBack(request);
            // Before the reader can take these bytes, and not before all has stopped: it starts what it finds stopped.
            stopped = true;
        }
        arrived.add(bytes);
    }

    private void taken(Buffer bytes) {
        if (waiting.addAndGet(-weight(bytes)) <= MOST / 2 && stopped) {
            stopped = false;
            UnreadBody.letCome(request);
            request.resume();
        }
    }

    private static int weight(Buffer bytes) {
        return bytes.length() + OVERHEAD;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended && position == current.length()) {
            next();
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, current.length() - position);
        current.getBytes(position, position + count, target, offset);
        position += count;
        return count;
    }

    private void next() throws IOException {
        Object item = take();
        if (item instanceof Throwable cut) {
            throw TruncatedBodyException.gone(cut);
        }
        ended = item == END;
        current = (Buffer) item;
        position = 0;
        if (!ended) {
            taken(current);
        }
    }

    private Object take() throws IOException {
        try {
            while (!pace.isSpent()) {
                if (stopping.getAsBoolean()) {
                    throw ServiceException.unavailable("The service is being restarted, send it again.");
                }
                long begun = System.nanoTime();
                Object item = arrived.poll(Math.min(LOOK_AGAIN.toNanos(), pace.left()), TimeUnit.NANOSECONDS);
                pace.waited(System.nanoTime() - begun);
                if (item instanceof Buffer bytes) {
                    pace.moved(bytes.length());
                }
                if (item != null) {
                    return item;
                }
                refuseClosed();
            }
            SLOW.increment();
            throw TruncatedBodyException.slow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading the request body", e);
        }
    }

    /** A connection that ended before the request had a handler does not report it a second time. */
    private void refuseClosed() throws TruncatedBodyException {
        if (request.response().closed() && arrived.isEmpty()) {
            throw TruncatedBodyException.gone(null);
        }
    }
}
