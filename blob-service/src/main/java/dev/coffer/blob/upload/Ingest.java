package dev.coffer.blob.upload;

import dev.coffer.blob.content.BlobRepository;
import dev.coffer.blob.content.BufferPool;
import dev.coffer.blob.content.ContentHasher;
import dev.coffer.blob.content.Digests;
import dev.coffer.blob.content.PooledBytes;
import dev.coffer.blob.quota.Room;
import dev.coffer.blob.share.Place;
import dev.coffer.blob.share.Transfers;
import dev.coffer.blob.store.ObjectStore;
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
 * known. One byte uploaded is one byte written. Where there is no memory for a small body of known length, it streams as
 * if it were large.
 */
@ApplicationScoped
class Ingest {
    private static final Logger LOG = Logger.getLogger(Ingest.class);

    private final UploadConfig config;
    private final BufferPool pool;
    private final Transfers transfers;
    private final BlobRepository blobs;
    private final Registry registry;
    private final UploadRepository uploads;
    private final Leases leases;
    private final ObjectStore store;
    private final StoreWriter writer;
    private final Sweeper sweeper;

    Ingest(
            UploadConfig config,
            BufferPool pool,
            Transfers transfers,
            BlobRepository blobs,
            Registry registry,
            UploadRepository uploads,
            Leases leases,
            ObjectStore store,
            StoreWriter writer,
            Sweeper sweeper) {
        this.config = config;
        this.pool = pool;
        this.transfers = transfers;
        this.blobs = blobs;
        this.registry = registry;
        this.uploads = uploads;
        this.leases = leases;
        this.store = store;
        this.writer = writer;
        this.sweeper = sweeper;
    }

    /**
     * Stores a body durably.
     *
     * @param length as declared, or -1
     * @throws IOException if the client cut the body: nothing is stored
     * @throws ServiceException 413, before anything is read where the length says so, or 503 if the store or the
     *     memory is short
     */
    StoredBlob store(Destination to, InputStream body, long length) throws IOException {
        long small = config.smallSize().asLongValue();
        Room room = registry.room(to);
        room.require(Math.max(length, 0));
        WatchedSource source = new WatchedSource(room.limit(body));
        try {
            if (length < 0) {
                return buffer(to, room, source, small);
            }
            return length > small ? stream(to, room, source, length) : declared(to, room, source, length);
        } catch (IOException e) {
            source.rethrow();
            LOG.warnf("upload for %s: %s", to.ref(), e.toString());
            throw ServiceException.unavailable("The store did not take the content, try again.");
        }
    }

    private StoredBlob declared(Destination to, Room room, InputStream body, long length) throws IOException {
        try (PooledBytes head = new PooledBytes(pool, to.holder(), length)) {
            return head.fillAtOnce(body, length) ? small(to, room, head) : stream(to, room, head.then(body), length);
        }
    }

    private StoredBlob buffer(Destination to, Room room, InputStream body, long small) throws IOException {
        PooledBytes head = new PooledBytes(pool, to.holder(), -1);
        try {
            head.fill(body, small + 1);
            if (head.length() > small) {
                return written(to, room, head.length(),
                        upload -> writer.parts(upload, to.holder(), head, reserved(room, body, upload)));
            }
            return small(to, room, head);
        } finally {
            head.close();
        }
    }

    private StoredBlob small(Destination to, Room room, PooledBytes bytes) throws IOException {
        ContentHasher hasher = new ContentHasher();
        bytes.feed(hasher);
        Digests digests = hasher.finish();
        if (bytes.length() <= config.inlineSize().asLongValue()) {
            return registry.registerInline(to, digests, bytes.toArray());
        }
        if (blobs.known(to.owner().tenant(), digests.blake3())) {
            Optional<StoredBlob> known = registry.registerKnown(to, digests);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return written(to, room, bytes.length(), upload -> writer.whole(upload, bytes, digests));
    }

    private StoredBlob stream(Destination to, Room room, InputStream body, long length) throws IOException {
        try (Place place = transfers.upload(to.holder())) {
            return written(to, room, length, upload -> writer.stream(upload, body, length));
        }
    }

    /** Room for what is read beyond what is known. */
    private InputStream reserved(Room room, InputStream body, Upload upload) {
        return room == Room.UNLIMITED ? body : new ReservedStream(body, uploads, upload);
    }

    private StoredBlob written(Destination to, Room room, long known, Writing writing) throws IOException {
        Upload upload = new Upload(to.ref(), to.owner());
        if (room == Room.UNLIMITED) {
            leases.begin(upload);
        } else {
            leases.begin(upload, known);
        }
        try {
            Digests digests = writing.to(upload);
            verify(upload, digests.size());
            Registered registered = registry.register(to, digests, upload);
            if (!registered.usesUpload()) {
                sweeper.discard(upload);
            }
            return registered.blob();
        } catch (IOException | RuntimeException e) {
            sweeper.discard(upload);
            throw e;
        } finally {
            leases.end(upload);
        }
    }

    private void verify(Upload upload, long size) throws IOException {
        long stored = store.size(upload.objectKey()).orElse(-1L);
        if (stored != size) {
            throw new IOException("the store has " + stored + " of " + size + " bytes");
        }
    }

    private interface Writing {
        Digests to(Upload upload) throws IOException;
    }
}
