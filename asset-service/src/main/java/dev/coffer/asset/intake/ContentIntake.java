package dev.coffer.asset.intake;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.image.WatchedContent;
import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.streams.LimitedStream;
import dev.coffer.common.time.Ids;
import dev.coffer.rendering.limit.ImageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.UUID;

/** Takes the bytes of a new asset to blob-service while they arrive. */
@ApplicationScoped
public class ContentIntake {
    private final BlobClient blobs;
    private final AssetConfig config;
    private final ImageConfig images;

    ContentIntake(BlobClient blobs, AssetConfig config, ImageConfig images) {
        this.blobs = blobs;
        this.config = config;
        this.images = images;
    }

    /**
     * Looks at the size of a file before any of it is read.
     *
     * @param length in bytes, or -1 if it is unknown
     * @throws ServiceException {@code FILE_TOO_LARGE}
     */
    public void checkLength(long length) {
        long limit = config.maxUpload().asLongValue();
        if (length > limit) {
            throw new ServiceException(ErrorCode.FILE_TOO_LARGE, "The file is larger than " + limit + " bytes.");
        }
    }

    /**
     * Stores a file under a reference that no row has yet; the caller puts it into a row or releases it.
     *
     * @throws ServiceException {@code EMPTY_UPLOAD} for no bytes, {@code FILE_TOO_LARGE} for too many
     */
    public NewContent store(Owner owner, InputStream file) throws IOException {
        PushbackInputStream content =
                new PushbackInputStream(new LimitedStream(file, config.maxUpload().asLongValue()));
        int first = content.read();
        if (first < 0) {
            throw new ServiceException(AssetErrorCode.EMPTY_UPLOAD, "Uploaded file is empty.");
        }
        content.unread(first);
        WatchedContent watched = new WatchedContent(content, images);
        UUID ref = Ids.next();
        StoredBlob blob = blobs.store(ref, owner, watched, -1);
        return new NewContent(ref, blob, watched.facts(), watched.mediaType());
    }
}
