package dev.coffer.blob.upload;

import dev.coffer.blob.content.BufferPool;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.content.HashingStream;
import dev.coffer.blob.content.PooledBytes;
import dev.coffer.blob.quota.Room;
import dev.coffer.blob.share.Place;
import dev.coffer.blob.share.Transfers;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.streams.WatchedSource;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One part of an upload: it streams straight to the store, in any order and beside others. A part that was cut is as
 * good as never sent, and one that is sent again replaces the old one.
 */
@ApplicationScoped
class PartIngest {
    private static final Logger LOG = Logger.getLogger(PartIngest.class);

    private final UploadParts parts;
    private final UploadRepository uploads;
    private final ObjectStore store;
    private final BufferPool pool;
    private final Transfers transfers;
    private final StoreWriter writer;
    private final Leases leases;
    private final Sweeper sweeper;
    private final UploadConfig config;

    PartIngest(
            UploadParts parts,
            UploadRepository uploads,
            ObjectStore store,
            BufferPool pool,
            Transfers transfers,
            StoreWriter writer,
            Leases leases,
            Sweeper sweeper,
            UploadConfig config) {
        this.parts = parts;
        this.uploads = uploads;
        this.store = store;
        this.pool = pool;
        this.transfers = transfers;
        this.writer = writer;
        this.leases = leases;
        this.sweeper = sweeper;
        this.config = config;
    }

    /**
     * Stores a part.
     *
     * @param length as declared, or -1
     * @throws IOException if the client cut the body
     * @throws ServiceException 403 or 409 if no part is taken any more, 413 above a quota, 503 if the store is short
     */
    void store(UploadRight right, int number, InputStream body, long length) throws IOException {
        PartAttempt attempt = parts.begin(right.id(), number);
        Room room = parts.room(right, number);
        room.require(Math.max(length, 0));
        WatchedSource source = new WatchedSource(room.limit(body));
        try {
            if (length < 0) {
                unmeasured(right, attempt, room, source);
            } else {
                held(right, number, room, length, underWay ->
                        parts.note(right, stream(attempt, right, source, length), underWay));
            }
        } catch (IOException e) {
            source.rethrow();
            LOG.warnf("part %d of upload %s: %s", number, right.id(), e.toString());
            throw ServiceException.unavailable("The store did not take the part, try again.");
        }
    }

    /** Holds room for a part while it is on its way; the object of that stays empty. */
    private void held(UploadRight right, int number, Room room, long length, Sending sending) throws IOException {
        if (room == Room.UNLIMITED) {
            sending.with(null);
            return;
        }
        Upload underWay = new Upload(Ids.next(), right.owner());
        leases.begin(underWay, parts.more(right, number, length));
        try {
            sending.with(underWay);
        } finally {
            leases.end(underWay);
            uploads.forget(underWay.id());
        }
    }

    private UploadPart stream(PartAttempt attempt, UploadRight right, InputStream body, long length) throws IOException {
        try (Place place = transfers.upload(right.holder())) {
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
    private void unmeasured(UploadRight right, PartAttempt attempt, Room room, InputStream body) throws IOException {
        long small = config.smallSize().asLongValue();
        PooledBytes head = new PooledBytes(pool, right.holder(), -1);
        try {
            head.fill(body, small + 1);
            if (head.length() > small) {
                viaObject(right, attempt, room, head, body);
                return;
            }
            ContentHasher hasher = new ContentHasher();
            head.feed(hasher);
            long length = head.length();
            held(right, attempt.number(), room, length, underWay -> {
                ObjectStore.Part stored = length == 0 ? null : put(attempt, Source.repeatable(head::stream, length));
                Digests digests = attempt.only() ? hasher.finish() : null;
                parts.note(right, new UploadPart(attempt.number(), stored, length, digests), underWay);
            });
        } finally {
            head.close();
        }
    }

    private void viaObject(UploadRight right, PartAttempt attempt, Room room, PooledBytes head, InputStream body)
            throws IOException {
        boolean limited = room != Room.UNLIMITED;
        Upload object = new Upload(Ids.next(), right.owner());
        if (limited) {
            leases.begin(object, head.length());
        } else {
            leases.begin(object);
        }
        try {
            Digests digests =
                    writer.parts(object, right.holder(), head, limited ? new ReservedStream(body, uploads, object) : body);
            Upload upload = attempt.upload();
            ObjectStore.Part stored = store.copyPart(
                    upload.objectKey(), upload.storeUploadId(), attempt.storeNumber(), object.objectKey());
            parts.note(right, new UploadPart(
                    attempt.number(), stored, digests.size(), attempt.only() ? digests : null), limited ? object : null);
        } finally {
            leases.end(object);
            sweeper.discard(object);
        }
    }

    /** Sends a part that holds room by this; null: it needs none. */
    private interface Sending {
        void with(Upload underWay) throws IOException;
    }

    private ObjectStore.Part put(PartAttempt attempt, Source source) throws IOException {
        Upload upload = attempt.upload();
        return store.putPart(upload.objectKey(), upload.storeUploadId(), attempt.storeNumber(), source);
    }
}
