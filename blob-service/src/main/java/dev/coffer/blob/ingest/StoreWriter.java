package dev.coffer.blob.ingest;

import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.buffer.PooledBytes;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.content.HashingStream;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjects;
import dev.coffer.blob.store.ExactStream;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.common.share.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The three ways in which a body becomes an object, each of which hashes on the way; and what is done with single
 * parts.
 */
@ApplicationScoped
public class StoreWriter {
    /** Size of the pieces of a body that is too large for one. */
    private static final long LARGE_PART = 1L << 30;

    private final ObjectStore store;
    private final PendingObjects pending;
    private final BufferPool pool;
    private final UploadConfig config;

    StoreWriter(ObjectStore store, PendingObjects pending, BufferPool pool, UploadConfig config) {
        this.store = store;
        this.pending = pending;
        this.pool = pool;
        this.config = config;
    }

    /** Bytes that are in memory, hashed already. */
    Digests whole(PendingObject object, PooledBytes bytes, Digests digests) throws IOException {
        store.put(object.objectKey(), Source.repeatable(bytes::stream, bytes.length()));
        return digests;
    }

    /** A body of known length: nothing of it is held in memory. */
    Digests stream(PendingObject object, InputStream body, long length) throws IOException {
        ContentHasher hasher = new ContentHasher();
        InputStream hashed = new HashingStream(body, hasher);
        if (length <= ObjectStore.MAX_PIECE) {
            store.put(object.objectKey(), Source.once(hashed, length));
        } else {
            largeParts(object, hashed, length);
        }
        return hasher.finish();
    }

    private void largeParts(PendingObject object, InputStream body, long length) throws IOException {
        begin(object);
        List<ObjectStore.Part> parts = new ArrayList<>();
        for (long sent = 0; sent < length; sent += LARGE_PART) {
            long size = Math.min(LARGE_PART, length - sent);
            Source part = Source.once(new ExactStream(body, size), size);
            parts.add(part(object, parts.size() + 1, part));
        }
        assemble(object, parts);
    }

    /**
     * A body of unknown length that begins with the given bytes: parts go through memory, several at a time.
     *
     * @param holder who takes the memory
     */
    public Digests parts(PendingObject object, Holder holder, PooledBytes first, InputStream body) throws IOException {
        begin(object);
        ContentHasher hasher = new ContentHasher();
        try (PartSender sender = new PartSender(store, object, config.partsInFlight())) {
            PooledBytes part = first;
            while (part.length() > 0) {
                part.feed(hasher);
                boolean last = part.endOfSource();
                sender.send(part);
                part = new PooledBytes(pool, holder, -1);
                if (!last) {
                    sender.fill(part, body);
                }
            }
            part.close();
            assemble(object, sender.finish());
        }
        return hasher.finish();
    }

    /** One part of an object in parts. */
    public ObjectStore.Part part(PendingObject object, int number, Source source) throws IOException {
        return store.putPart(object.objectKey(), object.storeUploadId(), number, source);
    }

    /** Makes a part of an object in parts out of a whole one. */
    public ObjectStore.Part copy(PendingObject object, int number, PendingObject whole) throws IOException {
        return store.copyPart(object.objectKey(), object.storeUploadId(), number, whole.objectKey());
    }

    /** Makes parts the object. */
    public void assemble(PendingObject object, List<ObjectStore.Part> parts) throws IOException {
        store.completeParts(object.objectKey(), object.storeUploadId(), parts);
    }

    /** Deletes an object that is not needed. */
    public void delete(PendingObject object) throws IOException {
        store.delete(object.objectKey());
    }

    /** @throws IOException if the store has not got all of the object */
    public void verify(PendingObject object, long size) throws IOException {
        long stored = store.size(object.objectKey()).orElse(-1L);
        if (stored != size) {
            throw new IOException("the store has " + stored + " of " + size + " bytes");
        }
    }

    /** Begins an object in parts. */
    public void begin(PendingObject object) throws IOException {
        pending.noteStoreUpload(object, store.startParts(object.objectKey()));
    }
}
