package dev.coffer.blob.upload;

import dev.coffer.blob.content.BufferPool;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.content.HashingStream;
import dev.coffer.blob.content.PooledBytes;
import dev.coffer.blob.share.Holder;
import dev.coffer.blob.store.ExactStream;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The three ways in which a body becomes an object; each hashes on the way. */
@ApplicationScoped
class StoreWriter {
    /** Size of the pieces of a body that is too large for one. */
    private static final long LARGE_PART = 1L << 30;

    private final ObjectStore store;
    private final UploadRepository uploads;
    private final BufferPool pool;
    private final UploadConfig config;

    StoreWriter(ObjectStore store, UploadRepository uploads, BufferPool pool, UploadConfig config) {
        this.store = store;
        this.uploads = uploads;
        this.pool = pool;
        this.config = config;
    }

    /** Bytes that are in memory, hashed already. */
    Digests whole(Upload upload, PooledBytes bytes, Digests digests) throws IOException {
        store.put(upload.objectKey(), Source.repeatable(bytes::stream, bytes.length()));
        return digests;
    }

    /** A body of known length: nothing of it is held in memory. */
    Digests stream(Upload upload, InputStream body, long length) throws IOException {
        ContentHasher hasher = new ContentHasher();
        InputStream hashed = new HashingStream(body, hasher);
        if (length <= ObjectStore.MAX_PIECE) {
            store.put(upload.objectKey(), Source.once(hashed, length));
        } else {
            largeParts(upload, hashed, length);
        }
        return hasher.finish();
    }

    private void largeParts(Upload upload, InputStream body, long length) throws IOException {
        begin(upload);
        List<ObjectStore.Part> parts = new ArrayList<>();
        for (long sent = 0; sent < length; sent += LARGE_PART) {
            long size = Math.min(LARGE_PART, length - sent);
            Source part = Source.once(new ExactStream(body, size), size);
            parts.add(store.putPart(upload.objectKey(), upload.storeUploadId(), parts.size() + 1, part));
        }
        store.completeParts(upload.objectKey(), upload.storeUploadId(), parts);
    }

    /**
     * A body of unknown length that begins with the given bytes: parts go through memory, several at a time.
     *
     * @param holder who takes the memory
     */
    Digests parts(Upload upload, Holder holder, PooledBytes first, InputStream body) throws IOException {
        begin(upload);
        ContentHasher hasher = new ContentHasher();
        try (PartSender sender = new PartSender(store, upload, config.partsInFlight())) {
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
            store.completeParts(upload.objectKey(), upload.storeUploadId(), sender.finish());
        }
        return hasher.finish();
    }

    private void begin(Upload upload) throws IOException {
        uploads.noteStoreUpload(upload, store.startParts(upload.objectKey()));
    }
}
