package dev.coffer.common.blobclient;

import dev.coffer.common.content.ByteRange;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.streams.StallGuard;
import dev.coffer.common.streams.WatchedSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calling side of the reference protocol (design: docs/adr/002-reference-protocol.md). The caller chooses a
 * reference, stores content under it, commits its own row, and releases the reference when the row goes.
 */
@ApplicationScoped
public class BlobClient {
    /** A store may copy every part before it answers. */
    private static final Duration ASSEMBLY_TIMEOUT = Duration.ofMinutes(5);

    private final BlobHttp http;

    BlobClient(BlobHttp http) {
        this.http = http;
    }

    /**
     * Streams content to blob-service. After a return the content is durable and {@code ref} holds it.
     *
     * @param content read to its end; if reading it fails, nothing is stored and the failure is thrown on
     * @param length in bytes, or -1 if unknown; a known length costs less memory
     * @throws ServiceException {@code FILE_TOO_LARGE} or {@code QUOTA_EXCEEDED}, 413, or 503
     */
    public StoredBlob store(UUID ref, Owner owner, InputStream content, long length) throws IOException {
        WatchedSource source = new WatchedSource(content);
        String path = "/internal/blobs/" + ref + BlobHttp.query(owner);
        try {
            return http.read(http.put(path, source, length), StoredBlob.class);
        } catch (IOException | ServiceException e) {
            source.rethrow();
            throw e instanceof ServiceException refusal ? refusal : BlobHttp.unreachable(e);
        }
    }

    /**
     * A new reference to content that is already there and that the caller may see; no bytes move.
     *
     * @param hash {@code blake3:<hex>} or {@code sha256:<hex>}
     * @param visible whose content the caller may see
     * @return empty if it is unknown, or known only to others
     */
    public Optional<StoredBlob> link(UUID ref, Owner owner, String hash, Collection<Owner> visible) {
        List<String> keys = visible.stream().map(Owner::key).toList();
        LinkRequest request = new LinkRequest(owner.tenant(), owner.key(), hash, keys);
        HttpResponse<InputStream> answer = http.call("PUT", "/internal/refs/" + ref, request);
        return found(answer) ? Optional.of(http.read(answer, StoredBlob.class)) : Optional.empty();
    }

    /**
     * Gives a reference back. Releasing it twice, one that was never made, or one of another owner, is not an error
     * and changes nothing.
     *
     * @param owner whose it is; absent if it was not recorded, which works only for references that are as old
     */
    public void release(UUID ref, @Nullable Owner owner) {
        forget("/internal/refs/" + ref + (owner == null ? "" : BlobHttp.query(owner)));
    }

    /** Opens an upload; asking again with the same id changes nothing. */
    public void openUpload(UUID upload, UploadSessionRequest request) {
        http.done(http.call("PUT", "/internal/uploads/" + upload, request));
    }

    /**
     * Makes the parts of an upload its content; asking again gives the same answer.
     *
     * @return empty if that content has been released since
     * @throws ServiceException {@code INVALID_REQUEST} if parts are missing or too small, or if the right is gone
     */
    public Optional<CompletedUpload> completeUpload(UUID upload, Owner owner) {
        String path = "/internal/uploads/" + upload + "/complete" + BlobHttp.query(owner);
        HttpResponse<InputStream> answer = http.call("POST", path, null, ASSEMBLY_TIMEOUT);
        return switch (answer.statusCode()) {
            case 204 -> {
                http.discard(answer);
                yield Optional.empty();
            }
            case 400, 403 -> throw new ServiceException(ErrorCode.INVALID_REQUEST, http.refusal(answer));
            default -> Optional.of(http.read(answer, CompletedUpload.class));
        };
    }

    /**
     * Closes an upload: its link is refused from then on. Content that is complete stays where it is.
     *
     * @param owner as in {@link #release}
     */
    public void closeUpload(UUID upload, @Nullable Owner owner) {
        forget("/internal/uploads/" + upload + (owner == null ? "" : BlobHttp.query(owner)));
    }

    /**
     * The completed uploads of these entities whose content is still referred to, the oldest first: each has, or will
     * have, its event.
     */
    public List<CompletedUpload> completedUploads(Owner owner, Collection<String> entities) {
        record Request(String tenant, String owner, Collection<String> entities) {}
        Request request = new Request(owner.tenant(), owner.key(), entities);
        return List.of(http.read(http.call("POST", "/internal/uploads/completed", request), CompletedUpload[].class));
    }

    /**
     * Opens content for reading; the caller closes the stream.
     *
     * @throws ServiceException {@code FILE_NOT_FOUND} if the owner has no such reference
     */
    public InputStream open(UUID ref, Owner owner) {
        return opened(ref, owner, null);
    }

    /** The same for a range, which lies inside of the content. */
    public InputStream open(UUID ref, Owner owner, ByteRange range) {
        return opened(ref, owner, range.header());
    }

    private InputStream opened(UUID ref, Owner owner, @Nullable String range) {
        HttpResponse<InputStream> answer =
                http.get("/internal/refs/" + ref + "/content" + BlobHttp.query(owner), range);
        if (!found(answer)) {
            throw new ServiceException(ErrorCode.FILE_NOT_FOUND, "The content is not there.");
        }
        return StallGuard.receiving(answer.body(), BlobHttp.TRANSFER_STALL_TIMEOUT);
    }

    /** What a tenant holds and may hold, over all APIs. */
    public StorageUsage usage(String tenant) {
        return http.read(http.get("/internal/usage?tenant=" + BlobHttp.encode(tenant), null), StorageUsage.class);
    }

    private void forget(String path) {
        HttpResponse<InputStream> answer = http.call("DELETE", path, null);
        if (found(answer)) {
            http.discard(answer);
        }
    }

    private boolean found(HttpResponse<InputStream> answer) {
        if (answer.statusCode() == 404) {
            http.discard(answer);
            return false;
        }
        http.check(answer);
        return true;
    }
}
