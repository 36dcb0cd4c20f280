package dev.coffer.blob.parts;

import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.buffer.PooledBytes;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.content.HashingStream;
import dev.coffer.blob.ingest.StoreWriter;
import dev.coffer.blob.ingest.UploadConfig;
import dev.coffer.blob.parts.PartTransactions.PartAttempt;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjects;
import dev.coffer.blob.quota.RemainingQuota;
import dev.coffer.blob.session.UploadSession;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.blob.transfer.Place;
import dev.coffer.blob.transfer.Transfers;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.streams.WatchedSource;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One part of an upload: it streams straight to the store, in any order and beside others. A part that was cut is as
 * good as never sent, and one that is sent again replaces the old one.
 */
@ApplicationScoped
public class PartIngest {
    private static final Logger LOG = Logger.getLogger(PartIngest.class);

    private final PartTransactions parts;
    private final PendingObjects pending;
    private final StoreWriter writer;
    private final BufferPool pool;
    private final Transfers transfers;
    private final UploadConfig config;

    PartIngest(
            PartTransactions parts,
            PendingObjects pending,
            StoreWriter writer,
            BufferPool pool,
            Transfers transfers,
            UploadConfig config) {
        this.parts = parts;
        this.pending = pending;
        this.writer = writer;
        this.pool = pool;
        this.transfers = transfers;
        this.config = config;
    }

    /**
     * Stores a part.
     *
     * @param length as declared, or -1
     * @throws IOException if the client cut the body
     * @throws ServiceException 403 or 409 if no part is taken any more, 413 above a quota, 503 if the store is short
     */
    public void store(UploadSession session, int number, InputStream body, long length) throws IOException {
        PartAttempt attempt = parts.begin(session.id(), number);
        RemainingQuota remaining = parts.remaining(session, number);
        remaining.require(Math.max(length, 0));
        WatchedSource source = new WatchedSource(remaining.limit(body));
        try {
            if (length < 0) {
                unmeasured(session, attempt, remaining, source);
            } else {
                held(session, number, remaining, length,
                        underWay -> parts.note(session, stream(attempt, session, source, length), underWay));
            }
        } catch (IOException e) {
            source.rethrow();
            LOG.warnf("part %d of upload %s: %s", number, session.id(), e.toString());
            throw ServiceException.unavailable("The store did not take the part, try again.");
        }
    }

    /** Holds quota for a part while it is on its way; the object of that stays empty. */
    private void held(UploadSession session, int number, RemainingQuota remaining, long length, Sending sending)
            throws IOException {
        if (remaining == RemainingQuota.UNLIMITED) {
            sending.with(null);
            return;
        }
        PendingObject underWay =
                pending.begin(Ids.next(), session.owner(), remaining, parts.more(session, number, length));
        try {
            sending.with(underWay);
        } finally {
            pending.forget(underWay);
        }
    }

    private UploadPart stream(PartAttempt attempt, UploadSession session, InputStream body, long length)
            throws IOException {
        try (Place place = transfers.upload(session.holder())) {
            return stream(attempt, body, length);
        }
    }

    private UploadPart stream(PartAttempt attempt, InputStream body, long length) throws IOException {
        ContentHasher hasher = new ContentHasher();
        InputStream source = attempt.only() ? new HashingStream(body, hasher) : body;
        // An empty part is no part for every store, and none is needed.
        ObjectStore.Part stored = length == 0 ? null : put(attempt, Source.once(source, length));
        return new UploadPart(attempt.number(), stored, length, attempt.only() ? hasher.finish() : null);
    }

    /** The store wants to know a length: a short body is measured in memory, a long one in an object of its own. */
    private void unmeasured(UploadSession session, PartAttempt attempt, RemainingQuota remaining, InputStream body)
            throws IOException {
        long small = config.smallSize().asLongValue();
        PooledBytes head = new PooledBytes(pool, session.holder(), -1);
        try {
            head.fill(body, small + 1);
            if (head.length() > small) {
                viaObject(session, attempt, remaining, head, body);
                return;
            }
            ContentHasher hasher = new ContentHasher();
            head.feed(hasher);
            long length = head.length();
            held(session, attempt.number(), remaining, length, underWay -> {
                ObjectStore.Part stored = length == 0 ? null : put(attempt, Source.repeatable(head::stream, length));
                Digests digests = attempt.only() ? hasher.finish() : null;
                parts.note(session, new UploadPart(attempt.number(), stored, length, digests), underWay);
            });
        } finally {
            head.close();
        }
    }

    private void viaObject(
            UploadSession session, PartAttempt attempt, RemainingQuota remaining, PooledBytes head, InputStream body)
            throws IOException {
        PendingObject whole = pending.begin(Ids.next(), session.owner(), remaining, head.length());
        try {
            Digests digests =
                    writer.parts(whole, session.holder(), head, pending.reserving(body, remaining, whole));
            ObjectStore.Part stored = writer.copy(attempt.object(), attempt.storeNumber(), whole);
            UploadPart part =
                    new UploadPart(attempt.number(), stored, digests.size(), attempt.only() ? digests : null);
            parts.note(session, part, remaining == RemainingQuota.UNLIMITED ? null : whole);
        } finally {
            pending.end(whole);
            pending.discard(whole);
        }
    }

    /** Sends a part that holds quota by this, if it needs any. */
    private interface Sending {
        void with(@Nullable PendingObject underWay) throws IOException;
    }

    private ObjectStore.Part put(PartAttempt attempt, Source source) throws IOException {
        return writer.part(attempt.object(), attempt.storeNumber(), source);
    }
}
