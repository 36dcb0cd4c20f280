package dev.coffer.blob.ingest;

import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.buffer.PooledBytes;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.ingest.IngestTransactions.Registered;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjects;
import dev.coffer.blob.quota.RemainingQuota;
import dev.coffer.blob.transfer.Place;
import dev.coffer.blob.transfer.Transfers;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.streams.WatchedSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Bytes in, blob out. A small body is hashed in memory first, and written only if the tenant does not have it; a
 * large one is hashed while it streams to a key of its own, and the object is thrown away if it turns out to be
 * known. One byte uploaded is one byte written. Where there is no memory for a small body of known length, it streams
 * as if it were large.
 */
@ApplicationScoped
public class Ingest {
    private static final Logger LOG = Logger.getLogger(Ingest.class);

    private final UploadConfig config;
    private final BufferPool pool;
    private final Transfers transfers;
    private final StoreWriter writer;
    private final PendingObjects pending;
    private final IngestTransactions transactions;
    private final IngestMetrics metrics;

    Ingest(
            UploadConfig config,
            BufferPool pool,
            Transfers transfers,
            StoreWriter writer,
            PendingObjects pending,
            IngestTransactions transactions,
            IngestMetrics metrics) {
        this.config = config;
        this.pool = pool;
        this.transfers = transfers;
        this.writer = writer;
        this.pending = pending;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /**
     * Stores a body durably.
     *
     * @param length as declared, or -1
     * @throws IOException if the client cut the body: nothing is stored
     * @throws ServiceException 413, before anything is read where the length says so, or 503 if the store or the
     *     memory is short
     */
    public StoredBlob store(Destination to, InputStream body, long length) throws IOException {
        long small = config.smallSize().asLongValue();
        RemainingQuota remaining = transactions.remaining(to);
        remaining.require(Math.max(length, 0));
        WatchedSource source = new WatchedSource(remaining.limit(body));
        try {
            if (length < 0) {
                return buffer(to, remaining, source, small);
            }
            return length > small ? stream(to, remaining, source, length) : declared(to, remaining, source, length);
        } catch (IOException e) {
            source.rethrow();
            LOG.warnf("upload for %s: %s", to.ref(), e.toString());
            throw ServiceException.unavailable("The store did not take the content, try again.");
        }
    }

    private StoredBlob declared(Destination to, RemainingQuota remaining, InputStream body, long length)
            throws IOException {
        try (PooledBytes head = new PooledBytes(pool, to.holder(), length)) {
            return head.fillAtOnce(body, length)
                    ? small(to, remaining, head)
                    : stream(to, remaining, head.then(body), length);
        }
    }

    private StoredBlob buffer(Destination to, RemainingQuota remaining, InputStream body, long small)
            throws IOException {
        PooledBytes head = new PooledBytes(pool, to.holder(), -1);
        try {
            head.fill(body, small + 1);
            if (head.length() > small) {
                return written(to, remaining, head.length(),
                        object -> writer.parts(object, to.holder(), head, pending.reserving(body, remaining, object)));
            }
            return small(to, remaining, head);
        } finally {
            head.close();
        }
    }

    private StoredBlob small(Destination to, RemainingQuota remaining, PooledBytes bytes) throws IOException {
        ContentHasher hasher = new ContentHasher();
        bytes.feed(hasher);
        Digests digests = hasher.finish();
        if (bytes.length() <= config.inlineSize().asLongValue()) {
            return metrics.counted(transactions.registerInline(to, digests, bytes.toArray()));
        }
        Optional<StoredBlob> known = transactions.registerKnown(to, digests);
        return known.isPresent()
                ? metrics.counted(new Registered(known.get(), false))
                : written(to, remaining, bytes.length(), object -> writer.whole(object, bytes, digests));
    }

    private StoredBlob stream(Destination to, RemainingQuota remaining, InputStream body, long length)
            throws IOException {
        try (Place place = transfers.upload(to.holder())) {
            return written(to, remaining, length, object -> writer.stream(object, body, length));
        }
    }

    private StoredBlob written(Destination to, RemainingQuota remaining, long known, Writing writing)
            throws IOException {
        PendingObject object = pending.begin(to.ref(), to.owner(), remaining, known);
        try {
            Digests digests = writing.to(object);
            writer.verify(object, digests.size());
            Registered registered = transactions.register(to, digests, object);
            if (!registered.isNew()) {
                pending.discard(object);
            }
            return metrics.counted(registered);
        } catch (IOException | RuntimeException e) {
            pending.discard(object);
            throw e;
        } finally {
            pending.end(object);
        }
    }

    private interface Writing {
        Digests to(PendingObject object) throws IOException;
    }
}
