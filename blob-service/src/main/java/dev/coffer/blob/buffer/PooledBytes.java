package dev.coffer.blob.buffer;

import dev.coffer.blob.content.ContentHasher;
import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes in memory of the pool, which closing gives back. Memory is reserved by the steps of the pool as the bytes
 * arrive, never more than the declared length. Within a step nothing more is waited for, so that some body can always
 * continue.
 */
public final class PooledBytes implements AutoCloseable {
    private final BufferPool pool;
    private final Holder holder;
    private final long declared;
    private final List<byte[]> segments = new ArrayList<>();
    private final List<Lent> lent = new ArrayList<>();
    private long promised;
    private long length;
    private boolean endOfSource;

    private record Lent(Share share, long segments) {}

    /** @param declared how many bytes there are, or -1 if that is unknown */
    public PooledBytes(BufferPool pool, Holder holder, long declared) {
        this.pool = pool;
        this.holder = holder;
        this.declared = declared < 0 ? Long.MAX_VALUE : declared;
    }

    /**
     * Reads until there are so many bytes or the source ends; waits for memory.
     *
     * @throws dev.coffer.common.error.ServiceException 503 if the configured time ends before
     */
    public void fill(InputStream source, long limit) throws IOException {
        fill(source, limit, true);
    }

    /**
     * The same without waiting for memory.
     *
     * @return false if there is too little; what has been read until then is here
     */
    public boolean fillAtOnce(InputStream source, long limit) throws IOException {
        return fill(source, limit, false);
    }

    private boolean fill(InputStream source, long limit, boolean wait) throws IOException {
        long end = Math.min(limit, declared);
        while (length < end && !endOfSource) {
            int offset = (int) (length % BufferPool.SEGMENT);
            if (offset == 0 && !grow(end, wait)) {
                return false;
            }
            int room = (int) Math.min(BufferPool.SEGMENT - offset, end - length);
            int count = source.read(segments.getLast(), offset, room);
            endOfSource = count < 0;
            length += Math.max(0, count);
        }
        if (endOfSource && declared != Long.MAX_VALUE && length < declared) {
            throw new EOFException(declared - length + " bytes are missing");
        }
        endOfSource |= length == declared;
        return true;
    }

    private boolean grow(long end, boolean wait) {
        if (length == promised && !promise(end, wait)) {
            return false;
        }
        segments.add(pool.segment());
        return true;
    }

    private boolean promise(long end, boolean wait) {
        BufferPool.Step step = pool.step(lent.size());
        long more = Math.ceilDiv(Math.min(step.upTo(), end) - promised, BufferPool.SEGMENT);
        if (wait) {
            pool.take(step, holder, more);
        } else if (!step.share().tryTake(holder, more)) {
            return false;
        }
        lent.add(new Lent(step.share(), more));
        promised += more * BufferPool.SEGMENT;
        return true;
    }

    /** Whether the source had no more bytes. */
    public boolean endOfSource() {
        return endOfSource;
    }

    public long length() {
        return length;
    }

    /** Hashes the bytes. */
    public void feed(ContentHasher hasher) {
        long left = length;
        for (byte[] segment : segments) {
            int count = (int) Math.min(segment.length, left);
            hasher.update(segment, 0, count);
            left -= count;
        }
    }

    /** All bytes, copied; for contents that are small. */
    public byte[] toArray() throws IOException {
        try (InputStream in = stream()) {
            return in.readAllBytes();
        }
    }

    /** The bytes from the beginning; can be opened again and again. */
    public InputStream stream() {
        return new SegmentStream(segments, length);
    }

    /** The bytes and those that follow them, to be read once: where these begin, the memory is given back. */
    public InputStream then(InputStream rest) {
        return new HeadStream(this, rest);
    }

    /**
     * Only the first call counts: the sender of a head gives it back, and so does the code that gives up the sender.
     */
    @Override
    public synchronized void close() {
        segments.forEach(pool::release);
        segments.clear();
        lent.forEach(one -> one.share().release(holder, one.segments()));
        lent.clear();
        promised = 0;
        length = 0;
    }
}
